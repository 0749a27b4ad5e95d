package dev.taffrail.repl.terminal;

import dev.taffrail.repl.Completions;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.session.Completion.Found;
import java.util.List;
import java.util.Optional;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether an input is finished, and which word a completion replaces. */
final class ReplParser implements Parser {
  private final ComingSession session;

  ReplParser(ComingSession session) {
    this.session = session;
  }

  /** The whole input as one word; for completion the word is what would be replaced. */
  record Line(String line, int cursor, Found found) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(Math.min(found.start(), cursor), cursor);
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      return new Line(line, cursor, offered(line.substring(0, cursor)));
    }
    boolean asks = context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
    if (asks && ReplSession.isIncomplete(line)) {
      throw new EOFError(-1, -1, "not finished");
    }
    return new Line(line, cursor, new Found(cursor, List.of()));
  }

  /**
   * What is offered while files are read is what is offered afterwards; Ctrl-C ends the waiting.
   */
  private Found offered(String before) {
    try {
      Optional<ReplSession> ready = session.await();
      if (ready.isPresent()) {
        synchronized (ready.get()) {
          return Completions.at(before, ready.get());
        }
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
    return new Found(before.length(), List.of());
  }

  /** Nothing is escaped: a backslash belongs to the language. */
  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
