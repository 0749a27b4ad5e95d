package dev.taffrail.cli.line;

/**
 * Words that are no options.
 *
 * @param many any number of them, or one at most; none is for the command to complain about, which
 *     has better words for it
 */
public record WordSpec(String label, boolean many, String description) {
  public static WordSpec one(String label, String description) {
    return new WordSpec(label, false, description);
  }

  public static WordSpec any(String label, String description) {
    return new WordSpec(label, true, description);
  }

  String heading() {
    return "      " + label;
  }
}
