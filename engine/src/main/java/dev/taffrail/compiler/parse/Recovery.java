package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * Tells the mistake at which the parser stopped and mends the tokens so that it can go on.
 *
 * <p>What fails right behind a mended place is a consequence: it is not told, and more is cut out
 * each time until the parser passes. Nor is a second mistake on a line, which is most often the
 * first seen from another side. Together that bounds the number of runs.
 */
final class Recovery {
  private static final int REPAIRS_ON_A_LINE = 4;

  /** A last resort against mending in circles; each mistake needs a handful at most. */
  private static final int MENDS = 6 * SyntaxLimits.SYNTAX_ERRORS;

  private final LexedFile file;
  private final DiagnosticSink sink;
  private final Mistakes mistakes;
  private final Cut cut;
  private final Map<Integer, Integer> mistakesByLine = new HashMap<>();
  private int reported;
  private int mendedUntil = -1;

  /** How often more was cut out for the mistake told last. */
  private int cuts;

  private int mended;

  Recovery(LexedFile file, DiagnosticSink sink) {
    this.file = file;
    this.sink = sink;
    this.mistakes = new Mistakes();
    this.cut = new Cut(file);
  }

  /** Returns whether it is worth trying again. */
  boolean mend(Failure seen) {
    if (++mended > MENDS) {
      return false;
    }
    var missingColon = MetadataMistakes.missingColon(seen);
    var failure = missingColon.isPresent() ? seen : seen.betweenItems();
    if (isConsequence(failure)) {
      cutMore(failure);
      return true;
    }
    var mistake = missingColon.orElseGet(() -> mistakes.explain(failure));
    int line = mistake.diagnostic().span().startPosition().line();
    int onLine = mistakesByLine.merge(line, 1, Integer::sum);
    if (onLine == 1 && isWorthTelling(failure) && !tell(mistake)) {
      return false;
    }
    if (mistake.repair().isPresent() && onLine <= REPAIRS_ON_A_LINE) {
      apply(mistake.repair().get());
      cuts = 0;
    } else {
      apply(cut.small(failure));
      cuts = 1;
    }
    return true;
  }

  /** A statement that begins right behind a mended place is a new one. */
  private boolean isConsequence(Failure failure) {
    return failure.index() < mendedUntil
        || (failure.index() == mendedUntil && !failure.startsStatement());
  }

  private void cutMore(Failure failure) {
    apply(cuts == 0 ? cut.small(failure) : cut.large(failure, cuts - 1));
    cuts++;
  }

  private void apply(Edit edit) {
    file.tokens().replace(edit.from(), edit.to(), edit.tokens());
    mendedUntil = edit.from() + edit.tokens().size();
  }

  private boolean isWorthTelling(Failure failure) {
    if (file.cutShort() && failure.type(0) == Token.EOF) {
      return false;
    }
    boolean doubtfulBefore =
        !failure.startsStatement() && file.isDoubtful(failure.token(-1).getStartIndex());
    return !doubtfulBefore && !file.isDoubtful(failure.token(0).getStartIndex());
  }

  /** Returns whether another one may be told. */
  private boolean tell(Mistake mistake) {
    boolean last = ++reported == SyntaxLimits.SYNTAX_ERRORS;
    sink.report(
        last
            ? mistake.diagnostic().help("Too many mistakes: the rest of the file was not read.")
            : mistake.diagnostic());
    return !last;
  }
}
