package dev.taffrail.compiler.parse;

import dev.taffrail.source.SourceFile;
import java.util.BitSet;

/**
 * What the lexer found in a file.
 *
 * @param source the text
 * @param tokens what the parser reads
 * @param documentation the {@code ///} lines, waiting for the declaration they belong to
 * @param doubtfulLines 1-based numbers of lines with a reported mistake that leaves the parser
 *     guessing; what it dislikes there is a consequence and not worth a message
 * @param cutShort the rest of the file is inside a text or comment that is never closed
 */
record LexedFile(
    SourceFile source,
    TokenList tokens,
    Documentation documentation,
    BitSet doubtfulLines,
    boolean cutShort) {

  boolean isDoubtful(int offset) {
    return doubtfulLines.get(source.position(offset).line());
  }
}
