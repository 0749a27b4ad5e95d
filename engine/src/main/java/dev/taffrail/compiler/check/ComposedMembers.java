package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Members that look other objects up, so that they are made of the expressions that do: what they
 * need of the inventory is then known like that of any policy.
 */
final class ComposedMembers {
  private static final String TOKEN = "automountServiceAccountToken";

  /** Where references to other objects say which group they mean, with or without a version. */
  private static final List<String> GROUPS = List.of("apiVersion", "apiGroup", "group");

  private final ExpressionChecker expressions;
  private final FieldTyping fields;

  ComposedMembers(ExpressionChecker expressions, FieldTyping fields) {
    this.expressions = expressions;
    this.fields = fields;
  }

  /** {@code pod.mountsApiToken}: the pod decides, then its ServiceAccount, and else it does. */
  Optional<IrExpr> mountsApiToken(Expr.Member member, IrExpr receiver, Context context) {
    var account = expressions.services().schema().type("ServiceAccount");
    boolean isPod = receiver.type().bare() instanceof ObjectType type && type.name().equals("Pod");
    if (!isPod || !member.name().text().equals("mountsApiToken") || account.isEmpty()) {
      return Optional.empty();
    }
    Span span = member.span();
    IrExpr pod = expressions.present(receiver, context);
    IrExpr own = field(span, field(span, pod, "spec", context), TOKEN, context);
    IrExpr namespace =
        new IrExpr.KindMember(span, Scalar.STRING, pod, IrExpr.KindProperty.NAMESPACE);
    IrExpr name =
        new IrExpr.CallBuiltin(
            span,
            Scalar.STRING,
            expressions.services().signatures().onReceivers("serviceAccount").getFirst(),
            List.of(pod));
    IrExpr found =
        new IrExpr.FindObject(
            span, Type.optional(account.get()), account.get(), Optional.of(namespace), name);
    IrExpr ofAccount = field(span, found, TOKEN, context);
    IrExpr either = new IrExpr.Coalesce(span, Type.optional(Scalar.BOOL), own, ofAccount);
    return Optional.of(
        new IrExpr.Coalesce(
            span,
            Scalar.BOOL,
            either,
            ExpressionChecker.constant(span, Scalar.BOOL, Value.Bool.TRUE)));
  }

  /** {@code kubelet.node}: the Node that the pod of the component is bound to. */
  Optional<IrExpr> node(Expr.Member member, IrExpr receiver, Context context) {
    var node = expressions.services().schema().type("Node");
    boolean runsOnEach =
        receiver.type().bare() instanceof ObjectType type
            && Component.of(type).filter(Component::isOnEachNode).isPresent();
    if (!runsOnEach || !member.name().text().equals("node") || node.isEmpty()) {
      return Optional.empty();
    }
    Span span = member.span();
    IrExpr name = field(span, expressions.present(receiver, context), "nodeName", context);
    return Optional.of(
        new IrExpr.FindObject(span, Type.optional(node.get()), node.get(), Optional.empty(), name));
  }

  private IrExpr field(Span span, IrExpr receiver, String name, Context context) {
    return fields
        .field(span, receiver, new Ident(span, name), context)
        .orElseThrow(() -> new IllegalStateException("no field " + name));
  }

  /** {@code reference.resolve(namespace)}, on records that name a group, a kind and an object. */
  Optional<IrExpr> resolve(Expr.MethodCall call, IrExpr receiver, Context context) {
    boolean asked = call.name().text().equals("resolve") && call.arguments().size() == 1;
    var group = asked ? groupField(receiver.type().bare()) : Optional.<String>empty();
    if (group.isEmpty()) {
      return Optional.empty();
    }
    Span span = call.span();
    IrExpr reference = expressions.present(receiver, context);
    IrExpr namespace =
        expressions.expect(
            call.arguments().getFirst().value(), context, Type.optional(Scalar.STRING));
    IrExpr written = orEmpty(field(span, reference, group.get(), context));
    boolean versioned = group.get().equals("apiVersion");
    IrExpr apiVersion =
        versioned
            ? written
            : new IrExpr.Interpolation(
                span,
                List.of(
                    written,
                    ExpressionChecker.constant(span, Scalar.STRING, new Value.Text("/v1"))));
    return Optional.of(
        new IrExpr.FindAny(
            span,
            apiVersion,
            orEmpty(field(span, reference, "kind", context)),
            orEmpty(namespace),
            orEmpty(field(span, reference, "name", context))));
  }

  private static Optional<String> groupField(Type type) {
    return type instanceof ObjectType record
            && record.kind().isEmpty()
            && record.field("kind").isPresent()
            && record.field("name").isPresent()
        ? GROUPS.stream().filter(name -> record.field(name).isPresent()).findFirst()
        : Optional.empty();
  }

  private static IrExpr orEmpty(IrExpr text) {
    return text.type().isOptional()
        ? new IrExpr.Coalesce(
            text.span(),
            Scalar.STRING,
            text,
            ExpressionChecker.constant(text.span(), Scalar.STRING, new Value.Text("")))
        : text;
  }
}
