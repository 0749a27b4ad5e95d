package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.object.EmbeddedText;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Data in a policy or beside it, {@code yaml"""…"""}, {@code json"""…"""} and {@code file"…"}: a
 * constant of the type that is wanted, or of the kind it names itself.
 */
final class DataTyping {
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private final ExpressionChecker expressions;

  DataTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr literal(Expr.Tagged tagged, Type expected) {
    var read =
        tagged.tag().text().equals("json")
            ? EmbeddedText.json(tagged.bodySpan())
            : EmbeddedText.yaml(tagged.bodySpan());
    var decoder = new DataDecoder(expressions.services(), tagged.span().source(), false);
    return data(tagged, read, decoder, expected);
  }

  /** {@code broken"…"}: objects that break the schema of their kinds, for tests of that. */
  IrExpr broken(Expr.Tagged tagged, Type expected) {
    var decoder = DataDecoder.ofBroken(expressions.services(), tagged.span().source());
    IrExpr found = data(tagged, EmbeddedText.yaml(tagged.bodySpan()), decoder, expected);
    if (!found.type().isUnknown() && !decoder.metBroken()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0208, tagged.tag().span(), "this follows the schema of its kind")
              .help("Write yaml, so that a mistake in it is found."));
    }
    return found;
  }

  /** {@code file"…"}: the same in a file beside the policy, or a table. */
  IrExpr file(Expr.Tagged tagged, Type expected) {
    String path = tagged.body();
    var found = expressions.services().files().find(tagged.span().source(), path);
    return switch (found) {
      case DataFiles.Found.Refused refused -> unusable(tagged, refused.reason());
      case DataFiles.Found.NotLocked changed -> {
        expressions.report(
            Diagnostic.of(
                    DiagnosticCode.E0207,
                    tagged.bodySpan(),
                    "the file `%s` is not the one that was locked: %s"
                        .formatted(path, changed.reason()))
                .help("If it may change, write the lock again: taffrail compile --lock POLICIES."));
        yield ExpressionChecker.unknown(tagged.span());
      }
      case DataFiles.Found.File file when file.source().text().length() > MOST_CHARACTERS ->
          unusable(tagged, "it has more than %,d characters".formatted(MOST_CHARACTERS));
      case DataFiles.Found.File file -> ofFile(tagged, file.source(), expected);
    };
  }

  private IrExpr ofFile(Expr.Tagged tagged, SourceFile file, Type expected) {
    String name = tagged.body().toLowerCase(Locale.ROOT);
    Span whole = file.span(0, file.text().length());
    if (name.endsWith(".csv")) {
      if (expected.isUnknown()) {
        expressions.report(
            TypeDiagnostics.cannotInfer(
                tagged.span(), "Say what the table holds: let name: List<Type> = …"));
        return ExpressionChecker.unknown(tagged.span());
      }
      var decoder = new DataDecoder(expressions.services(), file, true);
      return data(tagged, EmbeddedText.csv(file), decoder, expected);
    }
    var decoder = new DataDecoder(expressions.services(), file, false);
    if (name.endsWith(".json")) {
      return data(tagged, EmbeddedText.json(whole), decoder, expected);
    }
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? data(tagged, EmbeddedText.yaml(whole), decoder, expected)
        : unusable(tagged, "its name ends in none of .yaml, .yml, .json, .csv");
  }

  private IrExpr unusable(Expr.Tagged tagged, String reason) {
    expressions.report(
        Diagnostic.of(
                DiagnosticCode.E0151,
                tagged.bodySpan(),
                "the file `%s` cannot be used: %s".formatted(tagged.body(), reason))
            .help("Give the path from the folder of this policy."));
    return ExpressionChecker.unknown(tagged.span());
  }

  private IrExpr data(Expr.Tagged tagged, EmbeddedText read, DataDecoder decoder, Type expected) {
    read.problems().forEach(problem -> expressions.report(unreadable(problem)));
    if (!read.problems().isEmpty()) {
      return ExpressionChecker.unknown(tagged.span());
    }
    if (read.documents().isEmpty()) {
      expressions.report(
          Diagnostic.of(DiagnosticCode.E0005, tagged.bodySpan(), "there is no value in this text"));
      return ExpressionChecker.unknown(tagged.span());
    }
    Type wanted = expected.bare();
    return wanted.isUnknown() || wanted instanceof Type.Variable
        ? byKind(tagged, read.documents(), decoder)
        : ofType(tagged, read.documents(), wanted, decoder);
  }

  static Diagnostic unreadable(ReadProblem problem) {
    var diagnostic = Diagnostic.of(DiagnosticCode.E0005, problem.span(), problem.message());
    return problem.help().isEmpty() ? diagnostic : diagnostic.help(sentence(problem.help()));
  }

  private static String sentence(String help) {
    return Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
  }

  private IrExpr ofType(
      Expr.Tagged tagged, List<Node> documents, Type wanted, DataDecoder decoder) {
    Optional<Type> element = elementOf(wanted);
    boolean asElements =
        element.isPresent()
            && (documents.size() > 1 || !(documents.get(0) instanceof Node.Sequence));
    if (!asElements && documents.size() > 1) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              firstLine(decoder.source(), documents.get(1)),
              "%s is wanted here, but this text has %d documents"
                  .formatted(TypeDiagnostics.article(wanted), documents.size())));
      return ExpressionChecker.unknown(tagged.span());
    }
    if (!asElements) {
      return constant(tagged.span(), wanted, decoder.value(documents.get(0), wanted));
    }
    var values = new ArrayList<Value>();
    for (Node document : documents) {
      decoder.value(document, element.get()).ifPresent(values::add);
    }
    boolean whole = values.size() == documents.size();
    Value all = wanted instanceof Type.SetOf ? SetValue.of(values) : ListValue.of(values);
    return constant(tagged.span(), wanted, whole ? Optional.of(all) : Optional.empty());
  }

  private static Optional<Type> elementOf(Type type) {
    return switch (type) {
      case Type.ListOf list -> Optional.of(list.element());
      case Type.SetOf set -> Optional.of(set.element());
      default -> Optional.empty();
    };
  }

  private static IrExpr constant(Span span, Type type, Optional<Value> value) {
    return value
        .map(known -> ExpressionChecker.constant(span, type, known))
        .orElseGet(() -> ExpressionChecker.unknown(span));
  }

  /** Without a wanted type: objects that say what they are. */
  private IrExpr byKind(Expr.Tagged tagged, List<Node> documents, DataDecoder decoder) {
    var types = new ArrayList<Type>();
    var values = new ArrayList<Value>();
    boolean complete = true;
    for (Node document : documents) {
      var type = decoder.kindOf(document);
      if (type.isEmpty()) {
        complete = false;
        continue;
      }
      var value = decoder.value(document, type.get());
      complete &= value.isPresent();
      value.ifPresent(values::add);
      types.add(type.get());
    }
    if (!complete) {
      return ExpressionChecker.unknown(tagged.span());
    }
    return values.size() == 1
        ? ExpressionChecker.constant(tagged.span(), types.get(0), values.get(0))
        : ExpressionChecker.constant(
            tagged.span(), new Type.ListOf(common(types)), ListValue.of(values));
  }

  private static Type common(List<Type> types) {
    return types.stream().allMatch(types.get(0)::equals) ? types.get(0) : Scalar.ANY;
  }

  static Span firstLine(SourceFile source, Node node) {
    int end = source.text().indexOf('\n', node.start());
    return source.span(node.start(), end < 0 || end > node.end() ? node.end() : end);
  }

  /** The root of a value that is no object of a kind, for the places of what is in it. */
  static Place holder(SourceFile source, Node node, Type type) {
    var root =
        node instanceof Node.Mapping mapping
            ? mapping
            : new Node.Mapping(new String[0], new int[0], new Node[0], node.start(), node.start());
    String name = type instanceof ObjectType object ? object.name() : "data";
    return new Place(
        KubernetesObject.of(source, root, new GroupVersionKind("", "", name), 0), FieldPath.ROOT);
  }
}
