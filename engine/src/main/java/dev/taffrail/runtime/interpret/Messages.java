package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.util.List;
import java.util.Optional;

/** The words of a finding; evaluated after the verdict and unable to fail. */
final class Messages {
  private static final int LONGEST = 4_096;

  private final ExpressionInterpreter evaluator;

  Messages(ExpressionInterpreter evaluator) {
    this.evaluator = evaluator;
  }

  /** The author's message; a hole that is missing or fails says so. */
  String authored(List<IrExpr> parts, Frame frame) {
    var text = new StringBuilder();
    for (IrExpr part : parts) {
      text.append(hole(part, frame));
    }
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
  }

  private String hole(IrExpr part, Frame frame) {
    try {
      Value value = evaluator.evaluate(part, frame);
      return value.isAbsent() ? "(unset)" : ValuePrinter.plain(value, LONGEST);
    } catch (Missing e) {
      return "(unset)";
    } catch (EvaluationError e) {
      return "(error: %s)".formatted(e.getMessage());
    }
  }

  /** What to say when something demanded with {@code !} is missing. */
  String missing(Optional<Place> place, String written, Optional<Subject> subject) {
    return prefix(subject)
        + "`%s` is not set".formatted(place.map(p -> relative(p, subject)).orElse(written));
  }

  /** The engine's own message, from the path that decided the check. */
  String derived(IrStatement.Check check, Site site, Optional<Subject> subject) {
    if (check.condition() instanceof IrExpr.Constant) {
      return prefix(subject) + "this is never allowed";
    }
    if (site.place().isEmpty() || site.found().isEmpty() || site.wanted().isEmpty()) {
      return prefix(subject)
          + "%s %s"
              .formatted(
                  check.require() ? "does not hold:" : "must not hold:",
                  oneLine(check.condition().span().text()));
    }
    String path = relative(site.place().get(), subject) + site.member();
    return prefix(subject) + "`%s` %s".formatted(path, site.wanted());
  }

  private static String relative(Place place, Optional<Subject> subject) {
    return subject
        .map(s -> s.relative(place.path()))
        .orElse(place.path().isRoot() ? "the object" : place.path().toString());
  }

  private static String prefix(Optional<Subject> subject) {
    return subject.map(s -> s.words() + ": ").orElse("");
  }

  private static String oneLine(String source) {
    return source.replaceAll("\\s+", " ");
  }
}
