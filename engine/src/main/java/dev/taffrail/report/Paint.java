package dev.taffrail.report;

import dev.taffrail.finding.Severity;

/** Wraps words in ANSI colours, or leaves them alone. */
record Paint(boolean colour) {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BLUE = "\u001b[34m";
  private static final String MAGENTA = "\u001b[35m";
  private static final String CYAN = "\u001b[36m";

  String strong(String words) {
    return with(BOLD, words);
  }

  String faint(String words) {
    return with(DIM, words);
  }

  String margin(String words) {
    return with(BLUE, words);
  }

  String error(String words) {
    return with(BOLD + RED, words);
  }

  String severity(Severity severity, String words) {
    return with(
        switch (severity) {
          case CRITICAL -> BOLD + MAGENTA;
          case HIGH -> RED;
          case MEDIUM -> YELLOW;
          case LOW -> CYAN;
          case INFO -> BLUE;
        },
        words);
  }

  private String with(String code, String words) {
    return colour && !words.isEmpty() ? code + words + RESET : words;
  }
}
