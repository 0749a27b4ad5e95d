package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one line of an overlay record, for example
 *
 * <pre>privileged = false -- types SecurityContext.privileged
 * imagePullPolicy = @imagePullPolicy zero -- defaults SetDefaults_Container
 * policyTypes @1.31- = @policyTypes zero : List&lt;PolicyType&gt; -- defaults SetDefaults_NetworkPolicy
 * </pre>
 *
 * <p>The first word behind the dashes names a file of the {@code sources} block.
 */
final class OverlayLine {
  private static final String SOURCE = " -- ";
  private static final String TYPE = " : ";

  private OverlayLine() {}

  static OverlayEntry read(String line, Map<String, String> sources) {
    int source = line.lastIndexOf(SOURCE);
    if (source < 0) {
      throw broken("no source", line);
    }
    String facts = line.substring(0, source);
    int type = facts.indexOf(TYPE);
    List<String> words = List.of((type < 0 ? facts : facts.substring(0, type)).strip().split(" +"));
    Optional<String> versions = Optional.empty();
    Optional<Boolean> required = Optional.empty();
    Optional<OverlayEntry.Unset> unset = Optional.empty();
    boolean zero = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("@")) {
        versions = Optional.of(word.substring(1));
      } else if (word.equals("=")) {
        i++;
        unset = Optional.of(unset(words.get(i), words.get(0)));
      } else if (word.equals("zero")) {
        zero = true;
      } else if (word.equals("required") || word.equals("optional")) {
        required = Optional.of(word.equals("required"));
      } else {
        throw broken("unknown word `" + word + "`", line);
      }
    }
    return new OverlayEntry(
        words.get(0),
        versions,
        type < 0 ? Optional.empty() : Optional.of(facts.substring(type + TYPE.length()).strip()),
        required,
        unset,
        zero,
        source(line.substring(source + SOURCE.length()).strip(), sources, line));
  }

  private static OverlayEntry.Unset unset(String word, String field) {
    if (word.startsWith("@")) {
      return new OverlayEntry.Unset.Rule(word.substring(1));
    }
    return word.equals("{}")
        ? new OverlayEntry.Unset.Rule("empty record " + field)
        : new OverlayEntry.Unset.Constant(word);
  }

  private static String source(String text, Map<String, String> sources, String line) {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    String file = sources.get(first);
    if (file == null) {
      throw broken("unknown source `" + first + "`", line);
    }
    return file + text.substring(first.length());
  }

  private static IllegalStateException broken(String why, String line) {
    return new IllegalStateException(why + " in the overlay line `" + line + "`");
  }
}
