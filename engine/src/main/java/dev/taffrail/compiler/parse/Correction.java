package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/**
 * What is told about a token that is written by mistake, and what the parser reads instead.
 *
 * @param diagnostic empty if it is told already
 * @param tokens what was meant
 * @param doubtful what was meant is a guess, so the parser's dislike of it is not worth a message
 */
record Correction(Optional<Diagnostic> diagnostic, List<CommonToken> tokens, boolean doubtful) {}
