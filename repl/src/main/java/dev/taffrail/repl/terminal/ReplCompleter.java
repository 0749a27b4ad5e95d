package dev.taffrail.repl.terminal;

import dev.taffrail.source.Printable;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Shows the candidates that the parser has found. */
final class ReplCompleter implements Completer {
  private static final int WIDE = 60;

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof ReplParser.Line typed) {
      int place = 0;
      for (var found : typed.found().candidates()) {
        candidates.add(
            new Candidate(
                found.text(),
                found.text(),
                null,
                description(found.type(), found.words()),
                null,
                null,
                false,
                place++));
      }
    }
  }

  private static @Nullable String description(String type, String words) {
    String text = type.isEmpty() || words.isEmpty() ? type + words : type + " – " + words;
    if (text.isEmpty()) {
      return null;
    }
    return Printable.shortened(text, WIDE);
  }
}
