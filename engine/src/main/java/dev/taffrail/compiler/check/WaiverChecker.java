package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.ir.IrWaiver;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.finding.EnginePolicies;
import dev.taffrail.finding.Waiver;
import dev.taffrail.value.DateValue;
import dev.taffrail.value.Glob;
import dev.taffrail.value.ImagePrefix;
import dev.taffrail.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes sure that a waiver names what there is and says all it must. */
final class WaiverChecker {
  private static final List<String> OPTIONS =
      List.of("approvedBy", "containers", "imageUnder", "path", "ticket");

  private final GovernedPolicies policies;
  private final SchemaTypes schema;
  private final DiagnosticSink diagnostics;

  WaiverChecker(GovernedPolicies policies, SchemaTypes schema, DiagnosticSink diagnostics) {
    this.policies = policies;
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /** The waiver; empty if it is wrong, or about policies of another run. */
  Optional<IrWaiver> waiver(Declaration.Waiver written, FileScope file) {
    var policy = policy(written, file);
    var kinds = kinds(written.kind());
    var pattern = pattern(written.object());
    var until = until(written.until());
    var reason = reason(written.reason());
    var options = new GovernanceOptions("a waiver", written.options(), OPTIONS, diagnostics);
    var containers = options.texts("containers", "containers: [\"agent\"]");
    var path =
        options.parsed(
            "path", "a field path", "path: \"spec.template.spec.hostNetwork\"", PathPattern::parse);
    var image =
        options.parsed(
            "imageUnder",
            "the beginning of image names",
            "imageUnder: \"quay.io/cilium\"",
            ImagePrefix::parse);
    var approvedBy = options.text("approvedBy");
    var ticket = options.text("ticket");
    if (policy.isEmpty() || pattern.isEmpty() || until.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IrWaiver(
            policy.get().id(),
            written.rule().map(rule -> Names.kebab(rule.text())),
            kinds,
            pattern.get().namespace(),
            pattern.get().name(),
            containers,
            path,
            image,
            new Waiver(
                written.keywordSpan(), until.get().value(), reason.get(), approvedBy, ticket)));
  }

  private Optional<GovernedPolicies.Found> policy(Declaration.Waiver written, FileScope file) {
    var span = written.policy().span();
    return switch (policies.find(written.policy(), file, false)) {
      case GovernedPolicies.Answer.Policy found -> {
        if (found.policy().id().startsWith(EnginePolicies.WAIVER + "/")) {
          diagnostics.report(
              GovernanceDiagnostics.unknownPolicy(span, written.policy().text(), List.of()));
          yield Optional.empty();
        }
        found
            .policy()
            .deprecated()
            .ifPresent(
                advice ->
                    diagnostics.report(
                        GovernanceDiagnostics.deprecated(span, found.policy().id(), advice)));
        yield hasRule(written, found.policy()) ? Optional.of(found.policy()) : Optional.empty();
      }
      case GovernedPolicies.Answer.Module module -> Optional.empty();
      case GovernedPolicies.Answer.Ambiguous several -> {
        diagnostics.report(
            GovernanceDiagnostics.ambiguousPolicy(span, written.policy().text(), several.ids()));
        yield Optional.empty();
      }
      case GovernedPolicies.Answer.NoPolicy none -> {
        diagnostics.report(GovernanceDiagnostics.unknownPolicy(span, none.name(), none.known()));
        yield Optional.empty();
      }
      case GovernedPolicies.Answer.NoModule none -> {
        diagnostics.report(GovernanceDiagnostics.unknownModule(span, none.name(), none.known()));
        yield Optional.empty();
      }
    };
  }

  private boolean hasRule(Declaration.Waiver written, GovernedPolicies.Found policy) {
    if (written.rule().isEmpty()) {
      return true;
    }
    var rule = written.rule().get();
    boolean known = policy.rules().contains(Names.kebab(rule.text()));
    if (!known) {
      diagnostics.report(
          GovernanceDiagnostics.unknownRule(rule.span(), rule.text(), policy.id(), policy.rules()));
    }
    return known;
  }

  /** The names of kinds; none for {@code Any}. */
  private List<String> kinds(TypeExpr written) {
    return switch (written) {
      case TypeExpr.Named named when named.name().text().equals("Any") -> List.of();
      case TypeExpr.Named named -> List.of(kind(named));
      case TypeExpr.UnionOf union -> {
        var kinds = new ArrayList<String>();
        union.members().forEach(member -> kinds.addAll(kinds(member)));
        yield kinds;
      }
      case TypeExpr.Hole hole -> List.of("");
      case TypeExpr.OptionalOf other -> noKind(other);
      case TypeExpr.RecordOf other -> noKind(other);
      case TypeExpr.Literal other -> noKind(other);
    };
  }

  /** A kind that is not known may be that of a custom resource, unless it looks misspelt. */
  private String kind(TypeExpr.Named named) {
    String name = named.name().text();
    var known = schema.type(name).flatMap(type -> type.kind()).map(k -> k.identity().kind());
    if (known.isEmpty()) {
      Spelling.nearest(name, schema.kindNames())
          .ifPresent(
              near ->
                  diagnostics.report(
                      Diagnostic.of(
                              DiagnosticCode.E0103,
                              named.span(),
                              "there is no kind `%s`".formatted(name))
                          .label("did you mean `%s`?".formatted(near))));
    }
    return known.orElse(named.name().last().text());
  }

  private List<String> noKind(TypeExpr other) {
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.E0103, other.span(), "a waiver is for a kind")
            .help("Name a kind such as Deployment, several as A | B, or Any."));
    return List.of("");
  }

  private record ObjectPattern(Optional<Glob> namespace, Glob name) {}

  private Optional<ObjectPattern> pattern(Expr.StringLiteral written) {
    String text = written.plainText().orElse("");
    String[] parts = text.split("/", -1);
    Optional<Glob> name = Glob.parse(parts[parts.length - 1]);
    Optional<Glob> namespace = parts.length == 2 ? Glob.parse(parts[0]) : Optional.empty();
    if (parts.length > 2 || name.isEmpty() || (parts.length == 2 && namespace.isEmpty())) {
      diagnostics.report(GovernanceDiagnostics.wrongObject(written.span(), text));
      return Optional.empty();
    }
    return Optional.of(new ObjectPattern(namespace, name.get()));
  }

  private Optional<DateValue> until(Expr.Literal written) {
    Optional<DateValue> day = DateValue.parse(written.text());
    if (day.isEmpty()) {
      diagnostics.report(GovernanceDiagnostics.noSuchDay(written.span(), written.text()));
    }
    return day;
  }

  private Optional<String> reason(Expr.StringLiteral written) {
    Optional<String> reason = written.plainText().map(String::strip).filter(t -> !t.isEmpty());
    if (reason.isEmpty()) {
      diagnostics.report(GovernanceDiagnostics.noReason(written.span()));
    }
    return reason;
  }
}
