package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.read.Absence;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Writes calls: functions are written out where they are called, a few built-ins too. */
final class CallEmitter {
  /** Deeper calls of functions become more code than they are worth. */
  private static final int DEEPEST = 12;

  private static final Set<String> IMAGE_PARTS = Set.of("registry", "path", "tag", "digest");

  private final Emission emission;
  private int depth;

  CallEmitter(Emission emission) {
    this.emission = emission;
  }

  static boolean isAllContainers(IrExpr.CallBuiltin call) {
    return call.signature().name().equals("allContainers")
        && call.signature().receiver().orElse(null) instanceof ObjectType pod
        && pod.name().equals("Pod");
  }

  Slot builtin(IrExpr.CallBuiltin call, Scope scope, Label absent, boolean plain) {
    if (isAllContainers(call) && !plain) {
      return containers(call, scope);
    }
    var code = emission.code;
    boolean hasReceiver =
        call.signature().receiver().isPresent() && !call.signature().receiver().get().isOptional();
    var noReceiver = new Label();
    var arguments = new ArrayList<Slot>();
    Slot result = code.slot(Repr.VALUE);
    for (int i = 0; i < call.arguments().size(); i++) {
      Slot argument = emission.boxes.boxed(call.arguments().get(i), scope);
      arguments.add(argument);
      if (i == 0 && hasReceiver && call.arguments().get(0).type().isOptional()) {
        code.load(argument);
        code.callStatic(Code.VALUES, "isAbsent", "(Ldev/taffrail/value/Value;)Z");
        code.jump(Opcodes.IFNE, noReceiver);
      }
    }
    if (isImagePart(call)) {
      code.load(arguments.get(0));
      code.callStatic(
          Code.VALUES,
          "image" + call.signature().name(),
          "(Ldev/taffrail/value/Value;)Ljava/lang/String;");
      Slot text = code.slot(Repr.TEXT);
      code.store(text);
      code.load(text);
      code.jump(Opcodes.IFNULL, noReceiver);
      var end = new Label();
      code.go(end);
      code.at(noReceiver);
      code.go(absent);
      code.at(end);
      return text;
    }
    code.constant(emission.known.builtin(call.signature()), Builtin.class);
    emission.boxes.pushAll(arguments);
    code.constant(emission.known.calls(), CallContext.class);
    code.callStatic(
        Code.VALUES,
        "call",
        "(Ldev/taffrail/runtime/builtin/Builtin;[Ldev/taffrail/value/Value;"
            + "Ldev/taffrail/runtime/builtin/CallContext;)Ldev/taffrail/value/Value;");
    code.store(result);
    emission.doubtIfNull(result);
    var end = new Label();
    code.go(end);
    code.at(noReceiver);
    code.constant(Absence.of(call.type()), Value.class);
    code.store(result);
    code.at(end);
    return emission.boxes.unboxed(result, call.type(), absent);
  }

  private static boolean isImagePart(IrExpr.CallBuiltin call) {
    return call.signature().receiver().orElse(null) == Type.Scalar.IMAGE_REF
        && !call.signature().method()
        && IMAGE_PARTS.contains(call.signature().name());
  }

  private Slot containers(IrExpr.CallBuiltin call, Scope scope) {
    var code = emission.code;
    Slot pod = emission.expressions.record(call.arguments().get(0), scope, code.doubt());
    var type = (ObjectType) call.signature().receiver().orElseThrow();
    var container = (ObjectType) ((Type.ListOf) call.signature().result()).element();
    if (!(type.field("spec").orElseThrow().type() instanceof ObjectType specType)) {
      throw new Unsupported("pods without a spec");
    }
    Slot raw = emission.reads.raw(pod, "spec");
    var spec =
        new Slot(
            Repr.RECORD,
            code.local(Repr.RECORD),
            new Slot.Origin.Child(pod, specType, "spec"),
            null);
    code.load(raw);
    code.callStatic(
        Code.TREE, "withContainers", "(Ldev/taffrail/object/Node;)L%s;".formatted(Code.MAPPING));
    code.store(spec);
    emission.doubtIfNull(spec);
    return new Slot(
        Repr.CONTAINERS, spec.local(), new Slot.Origin.Child(spec, container, "containers"), null);
  }

  Slot function(IrExpr.CallFunction call, Scope scope, Label absent, boolean plain) {
    IrFunction function = emission.known.function(call.function());
    Scope inner = enter(function, call, scope);
    Slot result = emission.expressions.value(function.body(), inner, absent, plain);
    depth--;
    return result;
  }

  void condition(IrExpr.CallFunction call, Scope scope, Label otherwise) {
    IrFunction function = emission.known.function(call.function());
    Scope inner = enter(function, call, scope);
    emission.conditions.holds(function.body(), inner, otherwise);
    depth--;
  }

  private Scope enter(IrFunction function, IrExpr.CallFunction call, Scope scope) {
    if (++depth > DEEPEST) {
      throw new Unsupported("functions that call each other too deeply");
    }
    var inner = new Scope();
    List<IrExpr> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      inner.bind(i, emission.expressions.evaluated(arguments.get(i), scope));
    }
    for (IrStatement.Let let : function.lets()) {
      inner.bind(let.slot(), emission.expressions.binding(let.value(), inner));
    }
    return inner;
  }
}
