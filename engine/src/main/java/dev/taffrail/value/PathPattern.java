package dev.taffrail.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field path written as a literal, {@code spec.containers[*].image}; its text is kept as written.
 */
public record PathPattern(List<Step> steps, String text) implements Value {
  private static final Pattern STEP =
      Pattern.compile(
          "(?:^|\\.)(?<key>[A-Za-z_$][A-Za-z0-9_$-]*)"
              + "|\\[(?<index>[0-9]{1,9})\\]"
              + "|\\[(?<all>\\*)\\]"
              + "|\\[\"(?<quoted>(?:[^\"\\\\]|\\\\[\"\\\\])++)\"\\]"
              + "|\\['(?<single>[^'\\\\]++)'\\]");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

  /** A path of another notation; here the sign would be taken for a key. */
  private static final Pattern JSON_PATH = Pattern.compile("\\$[.\\[]");

  private static final int LONGEST = 1000;

  /** One step down. */
  public sealed interface Step {
    record Key(String name) implements Step {}

    record Element(int index) implements Step {}

    /** Every element of a list, every value of a map. */
    record All() implements Step {}
  }

  public PathPattern {
    steps = List.copyOf(steps);
  }

  /** Keys that are no plain names stand in brackets and quotes: {@code metadata.labels["a/b"]}. */
  public static Optional<PathPattern> parse(String text) {
    var steps = new ArrayList<Step>();
    Matcher step = STEP.matcher(text);
    int at = 0;
    boolean foreign = text.startsWith(".") || JSON_PATH.matcher(text).lookingAt();
    if (foreign || text.length() > LONGEST) {
      return Optional.empty();
    }
    while (at < text.length()) {
      if (!step.find(at) || step.start() != at) {
        return Optional.empty();
      }
      steps.add(step(step));
      at = step.end();
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(new PathPattern(steps, text));
  }

  private static Step step(Matcher step) {
    if (step.group("key") != null) {
      return new Step.Key(step.group("key"));
    }
    if (step.group("index") != null) {
      return new Step.Element(Integer.parseInt(step.group("index")));
    }
    if (step.group("all") != null) {
      return new Step.All();
    }
    if (step.group("single") != null) {
      return new Step.Key(step.group("single"));
    }
    return new Step.Key(step.group("quoted").replaceAll("\\\\(.)", "$1"));
  }

  /** The one form in which equal paths are equal texts. */
  public String canonical() {
    var out = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Element(int index) -> out.append('[').append(index).append(']');
        case Step.All() -> out.append("[*]");
        case Step.Key(String name) when PLAIN.matcher(name).matches() ->
            out.append(out.isEmpty() ? "" : ".").append(name);
        case Step.Key(String name) ->
            out.append("[\"")
                .append(name.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"]");
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }
}
