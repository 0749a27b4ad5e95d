package dev.taffrail.cli;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.Diagnostic.Fix;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.source.SourceFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Applies cures that change no verdict. */
final class Fixes {
  /** Cures of other warnings are guesses at what was meant. */
  private static final Set<DiagnosticCode> SAFE =
      Set.of(DiagnosticCode.W0203, DiagnosticCode.W0207, DiagnosticCode.W0212);

  private Fixes() {}

  /** The new texts of the files that change; of cures that overlap the first is applied. */
  static Map<String, String> of(List<Diagnostic> found, Collection<SourceFile> files) {
    var texts = new TreeMap<String, String>();
    if (found.stream().anyMatch(diagnostic -> diagnostic.level() == Level.ERROR)) {
      return texts;
    }
    for (SourceFile file : files) {
      List<Fix> fixes =
          found.stream()
              .filter(diagnostic -> SAFE.contains(diagnostic.code()))
              .flatMap(diagnostic -> diagnostic.fix().stream())
              .filter(fix -> fix.span().source().name().equals(file.name()))
              .sorted(Comparator.comparingInt(fix -> fix.span().start()))
              .toList();
      if (!fixes.isEmpty()) {
        texts.put(file.name(), applied(fixes, file.text()));
      }
    }
    return texts;
  }

  private static String applied(List<Fix> fixes, String text) {
    var out = new StringBuilder();
    int at = 0;
    for (Fix fix : fixes) {
      if (fix.span().start() >= at) {
        out.append(text, at, fix.span().start()).append(fix.replacement());
        at = fix.span().end();
      }
    }
    return out.append(text.substring(at)).toString();
  }
}
