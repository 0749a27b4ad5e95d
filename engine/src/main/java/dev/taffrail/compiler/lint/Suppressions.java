package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.parse.LineComments;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.diagnostic.Removal;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comments that take warnings back: {@code // lint: allow W0203 because …}, behind a line or before
 * it. A reason is demanded, since the next reader will ask for it.
 */
public final class Suppressions {
  private static final Pattern BEGINNING = Pattern.compile("//\\s*lint\\b.*");
  private static final Pattern FORM =
      Pattern.compile("//\\s*lint:\\s*allow\\s+(\\w+(?:\\s*,\\s*\\w+)*)\\s+because\\s+\\S.*");
  private static final Set<String> WARNINGS =
      Arrays.stream(DiagnosticCode.values())
          .filter(code -> code.level() == Level.WARNING)
          .map(Enum::name)
          .collect(Collectors.toSet());

  private final List<Allowance> allowances = new ArrayList<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();

  /** A code that is allowed on a line. */
  private record Allowance(Span comment, String code, int line) {
    boolean covers(Diagnostic diagnostic) {
      return diagnostic.code().name().equals(code)
          && diagnostic.span().source().equals(comment.source())
          && diagnostic.span().startPosition().line() == line;
    }
  }

  /**
   * What is left.
   *
   * @param about mistakes in the comments themselves, and comments that allow nothing
   */
  public record Outcome(List<Diagnostic> diagnostics, List<Diagnostic> about) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
      about = List.copyOf(about);
    }

    /** With the mistakes of some files, in the order of the text. */
    public List<Diagnostic> withMistakes(Collection<SourceFile> files) {
      var all = new DiagnosticCollector();
      diagnostics.forEach(all::report);
      about.stream().filter(a -> files.contains(a.span().source())).forEach(all::report);
      return all.inSourceOrder();
    }
  }

  private Suppressions() {}

  /** Takes away what the comments in the files allow; errors stay. */
  public static Outcome apply(Collection<SourceFile> files, List<Diagnostic> diagnostics) {
    var all = new Suppressions();
    files.stream().filter(file -> file.text().contains("lint")).forEach(all::read);
    var used = new HashSet<Allowance>();
    var left = new ArrayList<Diagnostic>();
    for (Diagnostic diagnostic : diagnostics) {
      var covering = all.allowances.stream().filter(a -> a.covers(diagnostic)).toList();
      used.addAll(covering);
      if (covering.isEmpty()) {
        left.add(diagnostic);
      }
    }
    for (Allowance allowance : all.allowances) {
      if (!used.contains(allowance)) {
        var useless =
            about(
                allowance.comment(),
                "nothing gives %s here".formatted(allowance.code()),
                "Take the comment out.");
        boolean alone =
            all.allowances.stream().filter(a -> a.comment().equals(allowance.comment())).count()
                == 1;
        all.mistakes.add(alone ? useless.fix(Removal.of(allowance.comment()), "") : useless);
      }
    }
    return new Outcome(left, all.mistakes);
  }

  private void read(SourceFile file) {
    for (Span comment : LineComments.of(file)) {
      if (BEGINNING.matcher(comment.text()).matches()) {
        var form = FORM.matcher(comment.text().stripTrailing());
        if (form.matches()) {
          allow(comment, form.group(1));
        } else {
          mistakes.add(
              about(
                  comment,
                  "a warning is allowed with its code and a reason",
                  "Write: // lint: allow W0203 because the next version needs it"));
        }
      }
    }
  }

  private void allow(Span comment, String codes) {
    for (String code : codes.split("\\s*,\\s*")) {
      if (WARNINGS.contains(code)) {
        allowances.add(new Allowance(comment, code, LineComments.subjectOf(comment)));
      } else {
        mistakes.add(
            about(comment, "`%s` is no warning".formatted(code), "Errors cannot be allowed."));
      }
    }
  }

  private static Diagnostic about(Span comment, String message, String help) {
    return Diagnostic.of(DiagnosticCode.W0212, comment, message).help(help);
  }
}
