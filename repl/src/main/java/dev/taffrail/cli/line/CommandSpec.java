package dev.taffrail.cli.line;

import java.util.List;
import java.util.Optional;

/**
 * What may stand behind a command, and its help.
 *
 * <p>Ours, and not a library's, because the one we had is compiled for so old a JVM that no archive
 * of classes takes it: it was read from its jar and verified at every start, a tenth of a second.
 *
 * @param synopsis how it is called, a line for each way
 * @param description what it does, in a sentence or two
 * @param footer lines under all the rest
 */
public record CommandSpec(
    List<String> synopsis,
    String description,
    List<WordSpec> words,
    List<OptionSpec> options,
    List<String> footer) {
  public CommandSpec {
    synopsis = List.copyOf(synopsis);
    words = List.copyOf(words);
    options = List.copyOf(options);
    footer = List.copyOf(footer);
  }

  Optional<OptionSpec> option(String name) {
    return options.stream().filter(option -> option.names().contains(name)).findFirst();
  }

  boolean takesWord(int place) {
    return place < words.size() || !words.isEmpty() && words.getLast().many();
  }

  /** What the help calls the value of an option; empty if it has none. */
  public String labelOf(String name) {
    return option(name).map(OptionSpec::label).orElse("");
  }

  /** The names of all options, as messages use them. */
  public List<String> optionNames() {
    return options.stream().map(OptionSpec::longestName).toList();
  }
}
