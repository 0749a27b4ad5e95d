package dev.taffrail.tooling.doc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the author of a policy tells: what it wants, why, and what to do.
 *
 * <p>A doc comment of three paragraphs or more tells these in their order, and then the one line of
 * {@code remediation} would only say the last of them again.
 *
 * @param what Markdown, as the others
 * @param why may be empty
 * @param fix may be empty
 */
record Story(String what, String why, String fix) {
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
  private static final int TOLD = 3;

  static Story of(String description, String remediation) {
    String said = description.strip();
    String[] parts = BLANK_LINE.split(said);
    boolean isProse = !said.contains("```") && !said.contains("~~~");
    if (parts.length < TOLD || !isProse) {
      return new Story(Markdown.authored(said), "", sentence(Markdown.words(remediation)));
    }
    int last = said.lastIndexOf(parts[parts.length - 1]);
    return new Story(
        Markdown.authored(parts[0]),
        Markdown.authored(said.substring(parts[0].length(), last)),
        Markdown.authored(parts[parts.length - 1]));
  }

  /** Messages begin small and end without a full stop; a paragraph does not. */
  private static String sentence(String words) {
    if (words.isEmpty()) {
      return words;
    }
    String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  void writeTo(Markdown page) {
    page.paragraph(what);
    if (!why.isEmpty()) {
      page.heading(2, "Why").paragraph(why);
    }
    if (!fix.isEmpty()) {
      page.heading(2, "What to do").paragraph(fix);
    }
  }
}
