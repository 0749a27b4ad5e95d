package dev.taffrail.repl;

/** Colours of a terminal, or none. */
public record Ink(boolean colour) {
  private static final String RESET = "\u001b[0m";

  public String strong(String words) {
    return with("\u001b[1m", words);
  }

  public String faint(String words) {
    return with("\u001b[2m", words);
  }

  public String type(String words) {
    return with("\u001b[36m", words);
  }

  public String bad(String words) {
    return with("\u001b[31m", words);
  }

  public String good(String words) {
    return with("\u001b[32m", words);
  }

  public String warning(String words) {
    return with("\u001b[33m", words);
  }

  private String with(String code, String words) {
    return colour && !words.isEmpty() ? code + words + RESET : words;
  }
}
