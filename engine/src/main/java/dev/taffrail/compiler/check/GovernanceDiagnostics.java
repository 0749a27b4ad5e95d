package dev.taffrail.compiler.check;

import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.Span;
import java.util.Collection;
import java.util.List;

/** The words about waivers and enforcement. */
final class GovernanceDiagnostics {
  private GovernanceDiagnostics() {}

  static Diagnostic unknownPolicy(Span span, String name, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0140, span, "there is no policy `%s`".formatted(name));
    // Documents name policies as reports do, code as it declares them.
    boolean asInReports = name.equals(Names.kebab(name));
    return suggestion(
            diagnostic, name, asInReports ? known.stream().map(Names::kebab).toList() : known)
        .help("If the policy is gone, take this declaration out.");
  }

  static Diagnostic unknownRule(Span span, String rule, String policy, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.E0140,
            span,
            known.isEmpty()
                ? "the policy `%s` has no named rules".formatted(policy)
                : "the policy `%s` has no rule `%s`".formatted(policy, rule));
    return suggestion(diagnostic, rule, known);
  }

  static Diagnostic ambiguousPolicy(Span span, String name, List<String> ids) {
    return Diagnostic.of(
            DiagnosticCode.E0140, span, "several modules have a policy `%s`".formatted(name))
        .help("Write the module before it: " + String.join(", ", ids) + ".");
  }

  static Diagnostic unknownModule(Span span, String module, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.W0220,
            span,
            "the module `%s` is not part of this run, so this has no effect".formatted(module));
    // The prefix of the library may be left out on the command line, and so it is here by mistake.
    String library = "std." + module;
    return known.contains(library)
        ? diagnostic.label("did you mean `%s`?".formatted(library))
        : suggestion(diagnostic, module, known);
  }

  private static Diagnostic suggestion(
      Diagnostic diagnostic, String word, Collection<String> known) {
    return Spelling.nearest(word, known)
        .map(near -> diagnostic.label("did you mean `%s`?".formatted(near)))
        .orElse(diagnostic);
  }

  static Diagnostic unknownOption(Span span, String what, String key, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0118, span, "`%s` is no option of %s".formatted(key, what));
    return suggestion(diagnostic, key, known).help("Options: " + String.join(", ", known) + ".");
  }

  static Diagnostic givenTwice(Span span, String key, Span first) {
    return Diagnostic.of(DiagnosticCode.E0115, span, "`%s` is given twice".formatted(key))
        .related(first, "first here");
  }

  static Diagnostic wrongOption(Span span, String key, String wanted, String example) {
    return Diagnostic.of(DiagnosticCode.E0141, span, "`%s` must be %s".formatted(key, wanted))
        .help("For instance: " + example);
  }

  static Diagnostic noSuchDay(Span span, String text) {
    return Diagnostic.of(DiagnosticCode.E0141, span, "`%s` is no day".formatted(text))
        .help("A waiver ends with a day, written as 2026-12-31.");
  }

  static Diagnostic deprecated(Span span, String id, String advice) {
    var warning =
        Diagnostic.of(DiagnosticCode.W0205, span, "policy `%s` is deprecated".formatted(id));
    return advice.isEmpty() ? warning : warning.help("Its author says: " + advice);
  }

  static Diagnostic noReason(Span span) {
    return Diagnostic.of(DiagnosticCode.E0141, span, "the reason of a waiver may not be empty")
        .help("Say why the violation is tolerated; it is printed wherever it is found.");
  }

  static Diagnostic wrongObject(Span span, String text) {
    return Diagnostic.of(DiagnosticCode.E0141, span, "`%s` is no name of an object".formatted(text))
        .help(
            "Write \"namespace/name\", or \"name\" for an object without namespace;"
                + " * stands for any characters.");
  }

  static Diagnostic withoutLastLine(Span span) {
    return Diagnostic.of(
            DiagnosticCode.E0142, span, "the last line of `enforce` must have no condition")
        .help("Say what holds for all other objects: add a line such as `warn`.");
  }

  static Diagnostic neverReached(Span span, Span before) {
    return Diagnostic.of(DiagnosticCode.E0142, span, "this line is never reached")
        .related(before, "decides every object that gets here");
  }

  static Diagnostic enforcedTwice(Span span, String subject, Span first) {
    return Diagnostic.of(DiagnosticCode.E0115, span, "`%s` is enforced twice".formatted(subject))
        .related(first, "first here")
        .help("Put the lines into one declaration: the first line that holds decides.");
  }
}
