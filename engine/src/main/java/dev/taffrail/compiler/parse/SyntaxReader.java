package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.ExprContext;
import dev.taffrail.grammar.TaffrailParser.PolicyFileContext;
import dev.taffrail.grammar.TaffrailParser.TopLevelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Runs the parser over a file until nothing is left to mend.
 *
 * <p>At a mistake the parser stops; the mistake is told, the tokens around it are replaced by what
 * was probably meant or by a token that stands for something unreadable, and the parser starts
 * again at the declaration it stopped in. So every run is one over valid text or ends at one
 * mistake.
 */
final class SyntaxReader {
  private final LexedFile file;
  private final DiagnosticSink sink;

  SyntaxReader(LexedFile file, DiagnosticSink sink) {
    this.file = file;
    this.sink = sink;
  }

  private record Attempt<T>(Optional<T> result, Optional<StopAtMistake.Stop> stop) {}

  List<TopLevelContext> file() {
    var parts = new ArrayList<TopLevelContext>();
    int from = 0;
    for (int mistakes = 0; mistakes < SyntaxLimits.SYNTAX_ERRORS; mistakes++) {
      var attempt = attempt(from, RailParser::policyFile);
      if (attempt.result().isPresent()) {
        parts.addAll(attempt.result().get().topLevel());
        return parts;
      }
      if (attempt.stop().isEmpty()) {
        return List.of();
      }
      var stop = attempt.stop().get();
      var read = read(stop);
      parts.addAll(read);
      from = read.isEmpty() ? from : read.getLast().getStop().getTokenIndex() + 1;
      mend(stop, from);
    }
    return parts;
  }

  Optional<ExprContext> expression() {
    var attempt = attempt(0, RailParser::singleExpression);
    attempt.stop().ifPresent(stop -> report(stop.offending()));
    return attempt.result().map(single -> single.expr());
  }

  /** The parts that were complete when the parser stopped in another one. */
  private static List<TopLevelContext> read(StopAtMistake.Stop stop) {
    ParserRuleContext unfinished = stop.context();
    var context = stop.context();
    while (!(context instanceof PolicyFileContext)) {
      unfinished = context;
      context = context.getParent();
    }
    var parts = ((PolicyFileContext) context).topLevel();
    return parts.isEmpty() || parts.getLast() != unfinished
        ? parts
        : parts.subList(0, parts.size() - 1);
  }

  /**
   * Tries the fast prediction first; it may refuse valid text, so only the full one is believed.
   */
  private <T extends ParserRuleContext> Attempt<T> attempt(int from, Function<RailParser, T> rule) {
    var quick = attempt(from, rule, PredictionMode.SLL);
    return quick.stop().isPresent() ? attempt(from, rule, PredictionMode.LL) : quick;
  }

  private <T extends ParserRuleContext> Attempt<T> attempt(
      int from, Function<RailParser, T> rule, PredictionMode mode) {
    file.tokens().seek(from);
    var parser = new RailParser(file.tokens());
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return new Attempt<>(Optional.of(rule.apply(parser)), Optional.empty());
    } catch (StopAtMistake.Stop stop) {
      return new Attempt<>(Optional.empty(), Optional.of(stop));
    } catch (RailParser.TooDeep tooDeep) {
      sink.report(BuildContext.tooDeep(Spans.of(file.source(), tooDeep.token())));
      return new Attempt<>(Optional.empty(), Optional.empty());
    }
  }

  private void mend(StopAtMistake.Stop stop, int from) {
    report(stop.offending());
    int index = stop.offending().getTokenIndex();
    int end = index;
    while (file.tokens().get(end).getType() != Token.EOF
        && (end == index || !startsDeclaration(end))) {
      end++;
    }
    if (end == from) {
      return;
    }
    var first = file.tokens().get(from);
    file.tokens()
        .replace(
            from,
            end,
            List.of(
                Spans.derived(
                    first,
                    TaffrailLexer.SKIPPED,
                    first.getStartIndex(),
                    file.tokens().get(end - 1).getStopIndex() + 1)));
  }

  private boolean startsDeclaration(int index) {
    var token = file.tokens().get(index);
    return file.source().position(token.getStartIndex()).column() == 1
        && token.getType() != TaffrailLexer.RBRACE;
  }

  private void report(Token offending) {
    if (file.cutShort() || file.isDoubtful(offending.getStartIndex())) {
      return;
    }
    var span = Spans.of(file.source(), offending);
    sink.report(
        Diagnostic.of(
            DiagnosticCode.E0001,
            span,
            offending.getType() == Token.EOF
                ? "the file ends too early"
                : "`%s` is not expected here".formatted(span.text())));
  }
}
