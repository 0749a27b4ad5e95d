package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import dev.taffrail.value.DurationValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what is declared of functions that the host answers: types that can cross, and limits. */
final class ExternalTyping {
  /** Shorter than what an API server waits for a webhook by default, which is 10 seconds. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final List<String> OPTIONS = List.of("timeout", "cache");

  /** Written as JSON and read back, they are the same. */
  private static final Set<Type.Scalar> CROSSING =
      EnumSet.of(
          Type.Scalar.BOOL,
          Type.Scalar.INT,
          Type.Scalar.DECIMAL,
          Type.Scalar.STRING,
          Type.Scalar.QUANTITY,
          Type.Scalar.DURATION,
          Type.Scalar.INSTANT,
          Type.Scalar.DATE,
          Type.Scalar.PERCENT,
          Type.Scalar.SEMVER,
          Type.Scalar.IP,
          Type.Scalar.CIDR,
          Type.Scalar.PORT,
          Type.Scalar.INT_OR_STRING,
          Type.Scalar.IMAGE_REF,
          Type.Scalar.IMAGE_PREFIX,
          Type.Scalar.DIGEST,
          Type.Scalar.CAPABILITY,
          Type.Scalar.LABEL_KEY,
          Type.Scalar.UNIX_PATH,
          Type.Scalar.URL,
          Type.Scalar.JSON,
          Type.Scalar.UNKNOWN);

  private final ExpressionChecker expressions;

  ExternalTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExternal declaration(Declaration.ExternalFunction function, FunctionSignature signature) {
    for (int i = 0; i < function.parameters().size(); i++) {
      crosses(signature.types().get(i), function.parameters().get(i).type().span());
    }
    boolean mergesNothingAndNone =
        function.result() instanceof TypeExpr.OptionalOf && !signature.result().isOptional();
    if (mergesNothingAndNone && !signature.result().isUnknown()) {
      report(
          function.result().span(),
          "the result cannot tell `no answer` from `none`",
          "A list or map is never unset. Put it into a record: { found: %s }?"
              .formatted(TypePrinter.print(signature.result())));
    } else {
      crosses(signature.result(), function.result().span());
    }
    Map<String, Duration> options = options(function.options());
    return new IrExternal(
        signature.id(),
        signature.names(),
        signature.types(),
        signature.result(),
        provider(function.provider()),
        options.getOrDefault("timeout", TIMEOUT),
        Optional.ofNullable(options.get("cache")),
        function.name().span());
  }

  private String provider(Expr.StringLiteral written) {
    Optional<String> name = written.plainText().filter(text -> !text.isBlank());
    if (name.isEmpty()) {
      report(written.span(), "a provider has a plain name", "Such as: from provider \"registry\"");
    }
    return name.orElse("");
  }

  private Map<String, Duration> options(List<Declaration.Metadata> written) {
    var found = new HashMap<String, Duration>();
    for (Declaration.Metadata option : written) {
      String name = option.key().text();
      if (!OPTIONS.contains(name)) {
        expressions.report(
            DataDecoder.suggest(
                Diagnostic.of(
                        DiagnosticCode.E0205,
                        option.key().span(),
                        "external functions have no option `%s`".formatted(name))
                    .help("Options: timeout, cache."),
                name,
                OPTIONS));
        continue;
      }
      duration(option)
          .ifPresent(
              duration -> {
                if (found.put(name, duration) != null) {
                  report(
                      option.key().span(), "`%s` is given twice".formatted(name), "Give it once.");
                }
              });
    }
    return found;
  }

  private Optional<Duration> duration(Declaration.Metadata option) {
    Optional<Duration> given =
        option.value() instanceof Expr.Literal literal
                && literal.kind() == Expr.LiteralKind.DURATION
            ? DurationValue.parse(literal.text()).map(DurationValue::value)
            : Optional.empty();
    if (given.filter(Duration::isPositive).isEmpty()) {
      report(
          option.value().span(),
          "`%s` is a duration longer than 0s".formatted(option.key().text()),
          "Such as 2s or 10min.");
      return Optional.empty();
    }
    return given;
  }

  private void crosses(Type type, Span span) {
    if (!canCross(type)) {
      report(
          span,
          "a value of type `%s` cannot leave the engine".formatted(TypePrinter.print(type)),
          "External functions take and give numbers, texts and domain values, lists, sets, maps and"
              + " records of them, and Json. Of an object, give the fields that matter.");
    }
  }

  private static boolean canCross(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> CROSSING.contains(scalar);
      case Type.ListOf list -> canCross(list.element());
      case Type.SetOf set -> canCross(set.element());
      case Type.MapOf map ->
          canCross(map.value()) && map.key() instanceof Type.Scalar key && isText(key);
      case Type.OptionalOf optional -> canCross(optional.type());
      case Type.RecordType record -> record.fields().stream().allMatch(f -> canCross(f.type()));
      case Type.EnumType named -> true;
      case Type.TextEnum text -> true;
      case Type.RangeOf range -> false;
      case Type.UnionOf union -> false;
      case Type.Variable variable -> false;
      case dev.taffrail.compiler.type.ObjectType object -> false;
    };
  }

  /** Keys of JSON are text. */
  private static boolean isText(Type.Scalar key) {
    return CROSSING.contains(key)
        && key != Type.Scalar.JSON
        && key != Type.Scalar.INT_OR_STRING
        && key != Type.Scalar.BOOL
        && key != Type.Scalar.INT
        && key != Type.Scalar.DECIMAL;
  }

  private void report(Span span, String message, String help) {
    expressions.report(Diagnostic.of(DiagnosticCode.E0205, span, message).help(help));
  }
}
