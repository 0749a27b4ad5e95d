package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import dev.taffrail.value.DateValue;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.Percent;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.SemVer;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Literals; where the checker knows which type is wanted, they take it. */
final class LiteralTyping {
  private final ExpressionChecker expressions;

  LiteralTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr literal(Expr.Literal literal, Type expected) {
    Span span = literal.span();
    return switch (literal.kind()) {
      case BOOL ->
          ExpressionChecker.constant(
              span, Scalar.BOOL, Value.Bool.of(literal.text().equals("true")));
      case INT -> whole(literal, expected.bare());
      case DECIMAL -> decimal(literal, expected.bare());
      case QUANTITY -> quantity(literal, expected.bare());
      case DURATION -> parsed(span, Scalar.DURATION, DurationValue.parse(literal.text()));
      case PERCENT ->
          ExpressionChecker.constant(
              span,
              Scalar.PERCENT,
              new Percent(
                  new BigDecimal(literal.text().substring(0, literal.text().length() - 1))));
      case DATE ->
          literal.text().contains("T")
              ? parsed(span, Scalar.INSTANT, InstantValue.parse(literal.text()))
              : parsed(span, Scalar.DATE, DateValue.parse(literal.text()));
    };
  }

  private IrExpr parsed(Span span, Scalar type, Optional<? extends Value> value) {
    if (value.isEmpty()) {
      expressions.report(TypeDiagnostics.badLiteral(span, Texts.describe(type)));
      return ExpressionChecker.unknown(span);
    }
    return ExpressionChecker.constant(span, type, value.get());
  }

  private IrExpr whole(Expr.Literal literal, Type wanted) {
    String digits = literal.text().replace("_", "");
    if (wanted == Scalar.DECIMAL) {
      return ExpressionChecker.constant(
          literal.span(), Scalar.DECIMAL, new Value.Decimal(new BigDecimal(digits)));
    }
    if (wanted == Scalar.QUANTITY) {
      return parsed(literal.span(), Scalar.QUANTITY, Quantity.parse(digits));
    }
    if (wanted == Scalar.SEMVER) {
      return parsed(literal.span(), Scalar.SEMVER, SemVer.parse(digits));
    }
    long value;
    try {
      value = Long.parseLong(digits);
    } catch (NumberFormatException e) {
      expressions.report(
          TypeDiagnostics.badLiteral(literal.span(), "a whole number of at most 64 bits"));
      return ExpressionChecker.unknown(literal.span());
    }
    if (wanted == Scalar.INT_OR_STRING) {
      return ExpressionChecker.constant(
          literal.span(), Scalar.INT_OR_STRING, new IntOrString(new Value.Int(value)));
    }
    return ExpressionChecker.constant(
        literal.span(), wanted == Scalar.PORT ? Scalar.PORT : Scalar.INT, new Value.Int(value));
  }

  private IrExpr decimal(Expr.Literal literal, Type wanted) {
    if (wanted == Scalar.QUANTITY) {
      return parsed(literal.span(), Scalar.QUANTITY, Quantity.parse(literal.text()));
    }
    if (wanted == Scalar.SEMVER) {
      return parsed(literal.span(), Scalar.SEMVER, SemVer.parse(literal.text()));
    }
    var value = new BigDecimal(literal.text());
    if (value.scale() > 18) {
      expressions.report(
          TypeDiagnostics.badLiteral(
              literal.span(), "a decimal number with at most 18 digits behind the point"));
      return ExpressionChecker.unknown(literal.span());
    }
    return ExpressionChecker.constant(literal.span(), Scalar.DECIMAL, new Value.Decimal(value));
  }

  private IrExpr quantity(Expr.Literal literal, Type wanted) {
    if (wanted == Scalar.DURATION && literal.text().endsWith("m")) {
      expressions.report(TypeDiagnostics.minutes(literal.span(), literal.span(), wanted));
      return ExpressionChecker.unknown(literal.span());
    }
    return parsed(literal.span(), Scalar.QUANTITY, Quantity.parse(literal.text()));
  }

  IrExpr tagged(Expr.Tagged tagged, Type expected) {
    switch (tagged.tag().text()) {
      case "yaml", "json" -> {
        return new DataTyping(expressions).literal(tagged, expected);
      }
      case "broken" -> {
        return new DataTyping(expressions).broken(tagged, expected);
      }
      case "file" -> {
        return new DataTyping(expressions).file(tagged, expected);
      }
      default -> {}
    }
    Optional<Scalar> type =
        switch (tagged.tag().text()) {
          case "re" -> Optional.of(Scalar.REGEX);
          case "glob" -> Optional.of(Scalar.GLOB);
          case "cidr" -> Optional.of(Scalar.CIDR);
          case "ip" -> Optional.of(Scalar.IP);
          case "semver" -> Optional.of(Scalar.SEMVER);
          case "image" -> Optional.of(Scalar.IMAGE_REF);
          case "selector" -> Optional.of(Scalar.SELECTOR);
          case "quantity" -> Optional.of(Scalar.QUANTITY);
          case "path" -> Optional.of(Scalar.PATH);
          default -> Optional.empty();
        };
    if (type.isEmpty()) {
      expressions.report(
          TypeDiagnostics.notAvailable(
              tagged.tag().span(),
              "`%s\"…\"`".formatted(tagged.tag()),
              "Write the data as lists and records for now."));
      return ExpressionChecker.unknown(tagged.span());
    }
    if (type.get() == Scalar.REGEX) {
      var mistake = RegexMistakes.find(tagged);
      if (mistake.isPresent()) {
        expressions.report(mistake.get());
        return ExpressionChecker.unknown(tagged.span());
      }
    }
    var value = Texts.parse(type.get(), tagged.body());
    if (value.isEmpty()) {
      expressions.report(TypeDiagnostics.badLiteral(tagged.bodySpan(), Texts.describe(type.get())));
      return ExpressionChecker.unknown(tagged.span());
    }
    return ExpressionChecker.constant(tagged.span(), type.get(), value.get());
  }

  IrExpr string(Expr.StringLiteral string, Context context, Type expected) {
    var plain = string.plainText();
    if (plain.isPresent()) {
      return plainText(string.span(), plain.get(), expected.bare());
    }
    return new IrExpr.Interpolation(string.span(), parts(string, context));
  }

  /** The pieces of a text: constants and what stands in the holes. */
  List<IrExpr> parts(Expr.StringLiteral string, Context context) {
    var parts = new ArrayList<IrExpr>();
    for (Expr.Part part : string.parts()) {
      switch (part) {
        case Expr.Part.Text text ->
            parts.add(
                ExpressionChecker.constant(
                    text.span(), Scalar.STRING, new Value.Text(text.text())));
        case Expr.Part.HolePart hole ->
            parts.add(
                context.lenient()
                    ? expressions.infer(hole.expression(), context)
                    : expressions.present(hole.expression(), context, Scalar.UNKNOWN));
      }
    }
    return parts;
  }

  private IrExpr plainText(Span span, String text, Type wanted) {
    if (wanted instanceof Type.TextEnum named) {
      if (!named.values().contains(text)) {
        expressions.report(
            TypeDiagnostics.notInList(span, text, named.values(), named.open(), "\""));
        if (!named.open()) {
          return ExpressionChecker.unknown(span);
        }
      }
      return ExpressionChecker.constant(span, named, new Value.Text(text));
    }
    if (wanted == Scalar.INT_OR_STRING) {
      return ExpressionChecker.constant(
          span, Scalar.INT_OR_STRING, new IntOrString(new Value.Text(text)));
    }
    if (wanted == Scalar.CAPABILITY && !text.isEmpty() && !Capabilities.knows(text)) {
      expressions.report(TypeDiagnostics.notInList(span, text, Capabilities.KNOWN, true, "\""));
    }
    if (wanted instanceof Scalar scalar && isWrittenAsText(scalar)) {
      return parsed(span, scalar, Texts.parse(scalar, text));
    }
    return ExpressionChecker.constant(span, Scalar.STRING, new Value.Text(text));
  }

  /** Types whose literals may be quoted; a quoted quantity is a mistake (E0104). */
  private static boolean isWrittenAsText(Scalar type) {
    return switch (type) {
      case SEMVER, IP, CIDR, IMAGE_REF, IMAGE_PREFIX, DIGEST, CAPABILITY, LABEL_KEY -> true;
      case SELECTOR, GLOB, PATH, UNIX_PATH, URL -> true;
      case ADDRESS, DNS_NAME, FILE_MODE, TIME_ZONE -> true;
      case BOOL, INT, DECIMAL, STRING, BYTES, QUANTITY, DURATION, INSTANT, DATE -> false;
      case PERCENT, PORT, INT_OR_STRING, REGEX, CRON -> false;
      case CERTIFICATE, PRIVATE_KEY, JSON, ANY, UNKNOWN -> false;
    };
  }

  IrExpr list(Expr.ListLiteral list, Context context, Type expected) {
    Type wanted =
        switch (expected.bare()) {
          case Type.ListOf l -> l.element();
          case Type.SetOf s -> s.element();
          default -> Scalar.UNKNOWN;
        };
    var elements = new ArrayList<IrExpr>();
    Type element = wanted;
    for (Expr written : list.elements()) {
      IrExpr found = expressions.present(written, context, element);
      if (element.isUnknown()) {
        element = found.type();
      } else if (wanted.isUnknown()) {
        element = commonElement(element, found, elements);
      }
      elements.add(found);
    }
    Type common = element;
    var fitting = elements.stream().map(e -> expressions.fit(e, context, common)).toList();
    Type type =
        expected.bare() instanceof Type.SetOf ? new Type.SetOf(common) : new Type.ListOf(common);
    return new IrExpr.Collection(list.span(), type, fitting);
  }

  private Type commonElement(Type soFar, IrExpr found, List<IrExpr> earlier) {
    var common = Assignability.common(soFar, found.type());
    if (common.isEmpty()) {
      IrExpr first = earlier.get(0);
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(first, found, "the elements of a list have one type"));
      return Scalar.UNKNOWN;
    }
    return common.get();
  }

  IrExpr record(Expr.RecordLiteral record, Context context, Type expected) {
    return switch (expected.bare()) {
      case Type.MapOf map -> map(record, context, map);
      case Type.RecordType wanted -> typedRecord(record, context, wanted);
      case ObjectType wanted when isOfKubernetes(wanted) ->
          new UpdateTyping(expressions).literal(record, wanted, context);
      default -> looseRecord(record, context, expected);
    };
  }

  /** Nobody makes components and what else is only seen. */
  private static boolean isOfKubernetes(ObjectType type) {
    return Component.of(type).isEmpty() && !type.equals(SnapshotType.TYPE);
  }

  private IrExpr map(Expr.RecordLiteral record, Context context, Type.MapOf type) {
    var entries = new ArrayList<IrExpr.MapEntry>();
    for (Expr.Entry entry : record.entries()) {
      switch (entry) {
        case Expr.Entry.Field field ->
            entries.add(
                new IrExpr.MapEntry(
                    plainText(field.name().span(), field.name().text(), type.key()),
                    expressions.expect(field.value(), context, type.value())));
        case Expr.Entry.Spread spread ->
            expressions.report(
                TypeDiagnostics.notAllowedHere(
                    spread.span(), "`...` works in records, not in maps", "Join maps with `+`."));
      }
    }
    return new IrExpr.MapOf(record.span(), type, entries);
  }

  private IrExpr typedRecord(Expr.RecordLiteral record, Context context, Type.RecordType wanted) {
    var spreads = new ArrayList<IrExpr>();
    var fields = new ArrayList<IrExpr.FieldValue>();
    var given = new LinkedHashSet<String>();
    for (Expr.Entry entry : record.entries()) {
      switch (entry) {
        case Expr.Entry.Spread spread -> {
          IrExpr base = expressions.present(spread.value(), context, wanted);
          spreads.add(base);
          if (base.type() instanceof Type.RecordType type) {
            type.fields().forEach(f -> given.add(f.name()));
          }
        }
        case Expr.Entry.Field field -> {
          given.add(field.name().text());
          var declared = wanted.field(field.name().text());
          if (declared.isEmpty()) {
            expressions.report(
                TypeDiagnostics.unknownField(
                    field.name(),
                    TypePrinter.print(wanted),
                    wanted.fields().stream().map(Type.RecordField::name).toList(),
                    ""));
          } else {
            Type type = declared.get().type();
            Type accepted = declared.get().optional() ? Type.optional(type) : type;
            fields.add(
                new IrExpr.FieldValue(
                    field.name().text(), expressions.expect(field.value(), context, accepted)));
          }
        }
      }
    }
    var missing =
        wanted.fields().stream()
            .filter(f -> !f.optional() && !given.contains(f.name()))
            .map(Type.RecordField::name)
            .toList();
    if (!missing.isEmpty()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  record.span(),
                  "`%s` is missing in this record".formatted(String.join("`, `", missing)))
              .help("The type is " + TypePrinter.print(wanted) + "."));
    }
    return new IrExpr.RecordOf(record.span(), wanted, spreads, fields);
  }

  private IrExpr looseRecord(Expr.RecordLiteral record, Context context, Type expected) {
    if (!expected.isUnknown() && !(expected.bare() instanceof Type.Variable)) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              record.span(),
              "%s is wanted here, but this is a record"
                  .formatted(TypeDiagnostics.article(expected))));
      return ExpressionChecker.unknown(record.span());
    }
    var types = new ArrayList<Type.RecordField>();
    var fields = new ArrayList<IrExpr.FieldValue>();
    var spreads = new ArrayList<IrExpr>();
    for (Expr.Entry entry : record.entries()) {
      switch (entry) {
        case Expr.Entry.Field field -> {
          IrExpr value = expressions.infer(field.value(), context);
          types.removeIf(t -> t.name().equals(field.name().text()));
          types.add(
              new Type.RecordField(
                  field.name().text(), value.type(), value.type().isOptional(), Optional.empty()));
          fields.add(new IrExpr.FieldValue(field.name().text(), value));
        }
        case Expr.Entry.Spread spread -> {
          IrExpr base = expressions.present(spread.value(), context, Scalar.UNKNOWN);
          spreads.add(base);
          if (base.type() instanceof Type.RecordType type) {
            for (Type.RecordField field : type.fields()) {
              types.removeIf(t -> t.name().equals(field.name()));
              types.add(field);
            }
          }
        }
      }
    }
    return new IrExpr.RecordOf(
        record.span(), new Type.RecordType(Optional.empty(), types), spreads, fields);
  }
}
