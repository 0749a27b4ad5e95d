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
import java.util.Optional;

/**
 * Data written in a policy, {@code yaml"""…"""} and {@code json"""…"""}: a constant of the type
 * that is wanted, or of the kind it names itself.
 */
final class DataTyping {
  private final ExpressionChecker expressions;

  DataTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr literal(Expr.Tagged tagged, Type expected) {
    var read =
        tagged.tag().text().equals("json")
            ? EmbeddedText.json(tagged.bodySpan())
            : EmbeddedText.yaml(tagged.bodySpan());
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
        ? byKind(tagged, read.documents())
        : ofType(tagged, read.documents(), wanted);
  }

  static Diagnostic unreadable(ReadProblem problem) {
    var diagnostic = Diagnostic.of(DiagnosticCode.E0005, problem.span(), problem.message());
    return problem.help().isEmpty() ? diagnostic : diagnostic.help(sentence(problem.help()));
  }

  private static String sentence(String help) {
    return Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
  }

  private IrExpr ofType(Expr.Tagged tagged, List<Node> documents, Type wanted) {
    Optional<Type> element = elementOf(wanted);
    boolean asElements =
        element.isPresent()
            && (documents.size() > 1 || !(documents.get(0) instanceof Node.Sequence));
    if (!asElements && documents.size() > 1) {
      expressions.report(
          Diagnostic.of(
              DiagnosticCode.E0104,
              firstLine(tagged.span().source(), documents.get(1)),
              "%s is wanted here, but this text has %d documents"
                  .formatted(TypeDiagnostics.article(wanted), documents.size())));
      return ExpressionChecker.unknown(tagged.span());
    }
    var decoder = new DataDecoder(expressions.services(), tagged.span().source());
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
  private IrExpr byKind(Expr.Tagged tagged, List<Node> documents) {
    var decoder = new DataDecoder(expressions.services(), tagged.span().source());
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
