package dev.taffrail.tooling.doc;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The text of a policy, without what its page says already. */
final class PolicySource {
  private PolicySource() {}

  /**
   * The policy with its marks, without metadata and parameters, and what its file declares beside.
   *
   * @param alone it is the only policy of its file, so the rest of the file is there for it
   */
  static String of(Declaration.Policy written, boolean alone) {
    var source = written.span().source();
    int start = start(written.span().start(), written);
    int body =
        Stream.concat(
                written.metadata().stream().map(Declaration.Metadata::span),
                written.parameters().stream().map(Declaration.Parameter::span))
            .mapToInt(span -> span.end())
            .max()
            .orElse(0);
    String whole = source.text().substring(start, written.span().end());
    var parts = new ArrayList<String>();
    if (body == 0) {
      parts.add(whole);
    } else {
      int open = source.text().indexOf('{', written.name().span().end()) + 1;
      String rest = source.text().substring(body, written.span().end());
      parts.add(source.text().substring(start, open) + "\n" + rest.replaceFirst("^\\s*\\n", ""));
    }
    if (alone) {
      parts.addAll(beside(source, written));
    }
    return String.join("\n\n", parts);
  }

  /** Functions, indexes and the like; tests and values for them are shown elsewhere. */
  private static List<String> beside(SourceFile source, Declaration.Policy policy) {
    PolicyFile file = new PolicyParser().parse(source, new DiagnosticCollector());
    boolean tested = file.declarations().stream().anyMatch(Declaration.Test.class::isInstance);
    return file.declarations().stream()
        .filter(d -> !(d instanceof Declaration.Policy) && !(d instanceof Declaration.Test))
        .filter(d -> !tested)
        .filter(d -> d.span().start() != policy.span().start())
        .map(d -> source.text().substring(documented(d), d.span().end()))
        .toList();
  }

  private static int documented(Declaration declaration) {
    int start = start(declaration.span().start(), declaration);
    for (var line : declaration.documentation()) {
      start = Math.min(start, line.span().start());
    }
    return start;
  }

  /** Marks may stand before what the span covers. */
  private static int start(int from, Declaration declaration) {
    int start = from;
    for (var mark : declaration.annotations()) {
      start = Math.min(start, mark.span().start());
    }
    return start;
  }
}
