package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.grammar.TaffrailParser.ExprContext;
import dev.taffrail.grammar.TaffrailParser.PolicyFileContext;
import dev.taffrail.grammar.TaffrailParser.StatementContext;
import dev.taffrail.grammar.TaffrailParser.TopLevelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
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

  /** What a run came to: a tree, a mistake, or neither when the text nests too deep. */
  private record Attempt<T>(Optional<T> tree, Optional<StopAtMistake.Stop> stop) {}

  /** The readable parts of a policy file, with tokens in the place of unreadable ones. */
  List<TopLevelContext> file() {
    var parts = new ArrayList<TopLevelContext>();
    var recovery = new Recovery(file, sink);
    int from = 0;
    int work = 0;
    while (true) {
      work += file.tokens().size() - from;
      var attempt = attempt(from, RailParser::policyFile);
      if (attempt.tree().isPresent()) {
        parts.addAll(attempt.tree().get().topLevel());
        return parts;
      }
      if (attempt.stop().isEmpty()) {
        return List.of();
      }
      var complete = complete(attempt.stop().get());
      parts.addAll(complete);
      if (!complete.isEmpty()) {
        from = complete.getLast().getStop().getTokenIndex() + 1;
      }
      boolean again = recovery.mend(Failure.of(file, attempt.stop().get()));
      if (!again || work > SyntaxLimits.RECOVERY_TOKENS) {
        return parts;
      }
    }
  }

  /** The tree of a single expression, if it is one. */
  Optional<ExprContext> expression() {
    var attempt = attempt(0, RailParser::singleExpression);
    attempt.stop().ifPresent(stop -> new Recovery(file, sink).mend(Failure.of(file, stop)));
    return attempt.tree().map(single -> single.expr());
  }

  /** Statements, with tokens in the place of unreadable ones. */
  List<StatementContext> statements() {
    var recovery = new Recovery(file, sink);
    while (true) {
      var attempt = attempt(0, RailParser::statements);
      if (attempt.tree().isPresent()) {
        return attempt.tree().get().statement();
      }
      boolean again =
          attempt.stop().isPresent() && recovery.mend(Failure.of(file, attempt.stop().get()));
      if (!again) {
        return List.of();
      }
    }
  }

  /**
   * The parts in front of the one the parser stopped in or right behind: recovery may still have to
   * change the last complete one.
   */
  private static List<TopLevelContext> complete(StopAtMistake.Stop stop) {
    var root = stop.context();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    var parts = ((PolicyFileContext) root).topLevel();
    return parts.isEmpty() ? parts : parts.subList(0, parts.size() - 1);
  }

  /**
   * The fast prediction may refuse valid text, so a mistake is one only if the full one says so.
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
}
