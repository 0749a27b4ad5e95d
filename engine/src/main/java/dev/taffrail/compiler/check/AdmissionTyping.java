package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.RequestType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import java.util.Optional;

/** What policies see of an admission request: {@code old}, {@code request}, {@code changed(…)}. */
final class AdmissionTyping {
  static final String OLD = "old";
  static final String REQUEST = "request";
  static final String CHANGED = "changed";
  private static final String TIME = "time";

  private final ExpressionChecker expressions;

  AdmissionTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /**
   * The names of a policy: its target, and those that come with a request, which give way to names
   * that the author chose.
   */
  static Context names(Declaration.Policy policy, Type target, boolean asked, Context context) {
    Span span = policy.target().name().span();
    String name = policy.target().name().text();
    Context inside = context.with(local(name, context.slots().take(), target, span));
    Type request = asked ? RequestType.TYPE : Type.optional(RequestType.TYPE);
    inside = implied(OLD, Type.optional(target), policy, inside);
    return implied(REQUEST, request, policy, inside);
  }

  private static Context implied(
      String name, Type type, Declaration.Policy policy, Context context) {
    int slot = context.slots().take();
    boolean taken =
        policy.target().name().text().equals(name)
            || policy.parameters().stream().anyMatch(p -> p.name().text().equals(name));
    return taken ? context : context.with(local(name, slot, type, policy.target().name().span()));
  }

  private static Local local(String name, int slot, Type type, Span span) {
    return new Local(name, slot, type, false, false, span);
  }

  /**
   * {@code changed(path)}: on an update whether the two objects differ there, else whether it is
   * set.
   */
  IrExpr changed(Expr.Call call, Context context) {
    if (call.arguments().size() != 1) {
      expressions.report(
          TypeDiagnostics.argumentCount(call.span(), CHANGED, 1, call.arguments().size()));
      return ExpressionChecker.unknown(call.span());
    }
    Expr path = call.arguments().get(0).value();
    var target = expressions.services().policy(context).map(p -> p.target().name().text());
    if (target.isEmpty() || !beginsWith(path, target.get()) || path instanceof Expr.Name) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              path.span(),
              "`changed` compares a field of the target with what it was before",
              target
                  .map(t -> "Give a path that begins with `%s.`".formatted(t))
                  .orElse("Use it in a policy, with a path that begins with the target's name.")));
      return ExpressionChecker.unknown(call.span());
    }
    IrExpr now = expressions.infer(path, context);
    if (now.type().isUnknown()) {
      return ExpressionChecker.unknown(call.span());
    }
    Type type = context.scope().find(target.get()).orElseThrow().type();
    Context then = context.with(local(target.get(), IrPolicy.OLD_SLOT, type, path.span()));
    IrExpr before = expressions.infer(path, then);
    var old = new IrExpr.Local(call.span(), Type.optional(type), IrPolicy.OLD_SLOT, OLD);
    return new IrExpr.If(
        call.span(),
        Scalar.BOOL,
        new IrExpr.IsSet(call.span(), old, true),
        new IrExpr.Compare(call.span(), IrExpr.Comparison.NOT_EQUAL, now, before),
        new IrExpr.IsSet(call.span(), now, true));
  }

  /**
   * {@code request.time}. A review carries no time, so it is the moment for which the host asks; it
   * is no field of the record, whose fields are known before anybody asks.
   */
  static Optional<IrExpr> time(Expr.Member member, IrExpr receiver) {
    if (!receiver.type().bare().equals(RequestType.TYPE) || !member.name().text().equals(TIME)) {
      return Optional.empty();
    }
    var moment = new IrExpr.AsOf(member.span());
    return Optional.of(
        receiver.type().isOptional()
            ? new IrExpr.If(
                member.span(),
                Type.optional(Scalar.INSTANT),
                new IrExpr.IsSet(member.span(), receiver, true),
                moment,
                ExpressionChecker.constant(
                    member.span(), Type.optional(Scalar.INSTANT), Value.absent()))
            : moment);
  }

  private static boolean beginsWith(Expr path, String name) {
    return switch (path) {
      case Expr.Name head -> head.name().equals(name);
      case Expr.Member member -> beginsWith(member.receiver(), name);
      case Expr.Index index -> beginsWith(index.receiver(), name);
      default -> false;
    };
  }

  /** Whether a policy is judged for requests only, so that there always is one. */
  static boolean asked(Declaration.Policy policy) {
    return policy.annotations().stream().anyMatch(a -> a.name().text().equals("admission"));
  }

  /** The name that a function wanted, which only policies have. */
  static Optional<String> onlyInPolicies(String name) {
    return switch (name) {
      case OLD -> Optional.of("what the target was before");
      case REQUEST -> Optional.of("the admission request");
      default -> Optional.empty();
    };
  }
}
