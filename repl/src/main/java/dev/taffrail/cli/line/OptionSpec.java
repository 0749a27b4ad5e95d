package dev.taffrail.cli.line;

import java.util.Comparator;
import java.util.List;

/**
 * An option: {@code --quiet}, or {@code --format=FORMAT}.
 *
 * @param names all of them, the short ones first
 * @param takes what stands behind it
 * @param label what the help calls that; empty if nothing does
 */
public record OptionSpec(List<String> names, Takes takes, String label, String description) {
  /** What stands behind an option. */
  public enum Takes {
    NOTHING,
    ONE,
    /** One each time, and the option may be given several times. */
    MANY
  }

  public OptionSpec {
    names = List.copyOf(names);
  }

  /** An option that is there or not. */
  public static OptionSpec flag(String name, String description) {
    return new OptionSpec(List.of(name), Takes.NOTHING, "", description);
  }

  public static OptionSpec single(String name, String label, String description) {
    return new OptionSpec(List.of(name), Takes.ONE, label, description);
  }

  public static OptionSpec repeatable(String name, String label, String description) {
    return new OptionSpec(List.of(name), Takes.MANY, label, description);
  }

  /** The same with a name before the others. */
  public OptionSpec alsoCalled(String name) {
    var all = new java.util.ArrayList<>(List.of(name));
    all.addAll(names);
    return new OptionSpec(all, takes, label, description);
  }

  /** The name that messages use. */
  public String longestName() {
    return names.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
  }

  /** As the help writes it, short names in a column of their own. */
  String heading() {
    boolean isShort = names.getFirst().length() == 2;
    String all = String.join(", ", names);
    return (isShort ? "  " : "      ") + all + (label.isEmpty() ? "" : "=" + label);
  }
}
