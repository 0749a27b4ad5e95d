package dev.taffrail.repl;

import dev.taffrail.PolicyInfo;

/** The page about a policy for a terminal, the same at the prompt and from the command. */
public final class PolicyText {
  private static final int WIDTH = 96;

  private PolicyText() {}

  /** Ends with the place of the policy. */
  public static String page(PolicyInfo policy) {
    var text = new StringBuilder(policy.id());
    text.append("   ").append(policy.severity().word()).append('\n');
    if (!policy.title().isEmpty()) {
      text.append("  ").append(policy.title()).append('\n');
    }
    if (!policy.description().isBlank()) {
      text.append('\n').append(wrapped(policy.description()));
    }
    text.append("\n  about ").append(String.join(", ", policy.kinds())).append('\n');
    policy.parameters().forEach(p -> text.append(parameter(p)));
    if (!policy.rules().isEmpty()) {
      text.append("  rules ").append(String.join(", ", policy.rules())).append('\n');
    }
    policy
        .controls()
        .forEach(
            c -> text.append("  ").append(c.framework()).append(' ').append(c.id()).append('\n'));
    if (!policy.remediation().isEmpty()) {
      text.append("  to mend it: ").append(policy.remediation()).append('\n');
    }
    return text.append("  ").append(policy.span()).append('\n').toString();
  }

  private static String parameter(PolicyInfo.Parameter parameter) {
    String words = parameter.description().isBlank() ? "" : wrapped(parameter.description());
    return "  parameter " + parameter.written() + "\n" + words.indent(2);
  }

  /** Paragraphs as lines that fit a terminal, indented. */
  public static String wrapped(String said) {
    var text = new StringBuilder();
    for (String paragraph : said.strip().split("\n\\s*\n")) {
      int used = 0;
      for (String word : paragraph.strip().split("\\s+")) {
        if (used + word.length() + 1 > WIDTH) {
          text.append('\n');
          used = 0;
        }
        text.append(used == 0 ? "  " : " ").append(word);
        used += word.length() + 1;
      }
      text.append('\n');
    }
    return text.toString();
  }
}
