package dev.taffrail.diagnostic;

/** The colours of printed diagnostics, or none. */
enum Style {
  PLAIN("", "", "", "", "", ""),
  COLOURED("\u001B[1;31m", "\u001B[1;33m", "\u001B[1;34m", "\u001B[36m", "\u001B[1m", "\u001B[0m");

  private final String error;
  private final String warning;
  private final String secondary;
  private final String gutter;
  private final String bold;
  private final String reset;

  Style(String error, String warning, String secondary, String gutter, String bold, String reset) {
    this.error = error;
    this.warning = warning;
    this.secondary = secondary;
    this.gutter = gutter;
    this.bold = bold;
    this.reset = reset;
  }

  String primary(Level level, String text) {
    return in(level == Level.ERROR ? error : warning, text);
  }

  String secondary(String text) {
    return in(secondary, text);
  }

  String gutter(String text) {
    return in(gutter, text);
  }

  String bold(String text) {
    return in(bold, text);
  }

  private String in(String colour, String text) {
    return text.isEmpty() ? "" : colour + text + reset;
  }
}
