package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.runtime.interpret.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Writes several policies about one kind into one method: paths are read once, and loops over the
 * same list are one loop.
 */
final class Fusion {
  private final Emission emission;
  private final Code code;

  Fusion(Emission emission) {
    this.emission = emission;
    this.code = emission.code;
  }

  void write(List<IrPolicy> policies) {
    var start = new Label();
    var body = new Label();
    code.go(start);
    code.at(body);
    var pieces = new ArrayList<Piece>();
    long steps = 0;
    for (IrPolicy policy : policies) {
      pieces.add(Piece.of(policy, pieces.size(), emission));
      steps += stepsOf(policy);
    }
    // The interpreter grants as many to each; all policies of a method share them here.
    code.number(Meaning.STEPS - steps);
    code.store(emission.fuel);
    readAhead(pieces);
    pieces.forEach(this::when);
    var loops = new LinkedHashMap<String, List<Piece.Loop>>();
    for (Piece piece : pieces) {
      for (Piece.Loop loop : piece.loops()) {
        loops.computeIfAbsent(loop.path(), path -> new ArrayList<>()).add(loop);
      }
    }
    loops.values().forEach(this::loop);
    pieces.forEach(this::rest);
    code.load(emission.bits);
    code.op(Opcodes.LRETURN);
    code.at(start);
    code.initialise();
    code.go(body);
    emission.checkSize();
  }

  private long stepsOf(IrPolicy policy) {
    long steps = 10;
    for (IrPolicy.Prelude line : policy.prelude()) {
      steps +=
          switch (line) {
            case IrPolicy.Prelude.Binding binding -> emission.steps.of(binding.let().value());
            case IrPolicy.Prelude.When when -> emission.steps.of(when.condition());
          };
    }
    for (IrStatement.Let let : policy.lets()) {
      steps += emission.steps.of(let.value());
    }
    for (IrPolicy.IrRule rule : policy.rules()) {
      steps += emission.steps.of(rule.body());
    }
    return steps;
  }

  private void readAhead(List<Piece> pieces) {
    Slot target = Emission.targetTree();
    var paths = new Paths(String.valueOf(target.path()));
    for (Piece piece : pieces) {
      piece.conditions().forEach(c -> paths.add(c, piece.scope()));
      piece.loops().forEach(l -> paths.add(List.of(l.loop()), l.scope()));
      piece.rest().forEach(r -> paths.add(List.of(r.statement()), r.scope()));
    }
    paths.read(emission, target);
  }

  private void when(Piece piece) {
    if (piece.conditions().isEmpty()) {
      return;
    }
    guarded(
        1L << piece.bit(),
        () -> {
          var otherwise = new Label();
          var end = new Label();
          for (IrExpr condition : piece.conditions()) {
            emission.conditions.holds(condition, piece.scope(), otherwise);
          }
          code.go(end);
          code.at(otherwise);
          mark(1L << piece.bit() + Judge.MOST);
          code.at(end);
        });
  }

  /** One loop for all policies that go through a list. */
  private void loop(List<Piece.Loop> loops) {
    long all = 0;
    long steps = 0;
    for (Piece.Loop loop : loops) {
      all |= 1L << loop.piece().bit();
      steps += emission.statements.stepsOf(loop.loop());
    }
    long perElement = steps;
    guarded(
        all,
        () -> {
          Piece.Loop first = loops.get(0);
          Slot source =
              emission.expressions.value(
                  first.loop().generator().source(), first.scope(), code.doubt(), false);
          if (source.repr() == Repr.VALUE) {
            throw new Unsupported("a loop over a list that is no part of the object");
          }
          Label outer = code.doubt();
          emission.loops.eachTree(
              source,
              perElement,
              loops.stream().map(Piece.Loop::scope).toArray(Scope[]::new),
              loops.stream().map(l -> l.loop().generator()).toArray(IrClause.Generator[]::new),
              (element, next) -> {
                if (element.path() != null) {
                  var paths = new Paths(element.path());
                  loops.forEach(l -> paths.add(l.loop().body(), l.scope()));
                  loops.forEach(l -> l.loop().where().ifPresent(w -> paths.add(w, l.scope())));
                  paths.read(emission, element);
                }
                for (Piece.Loop loop : loops) {
                  inLoop(loop);
                }
                code.doubtAt(outer);
              });
        });
  }

  private void inLoop(Piece.Loop loop) {
    Piece piece = loop.piece();
    var skipped = new Label();
    skipUnlessActive(piece, skipped);
    guarded(
        1L << piece.bit(),
        () -> {
          var next = new Label();
          emission.statements.loopBody(loop.loop(), loop.scope(), next);
          code.at(next);
        });
    code.at(skipped);
  }

  private void rest(Piece piece) {
    if (piece.rest().isEmpty()) {
      return;
    }
    var skipped = new Label();
    skipUnlessActive(piece, skipped);
    guarded(
        1L << piece.bit(),
        () -> piece.rest().forEach(r -> emission.statements.statement(r.statement(), r.scope())));
    code.at(skipped);
  }

  private void skipUnlessActive(Piece piece, Label skipped) {
    if (!piece.conditions().isEmpty()) {
      code.load(emission.bits);
      code.number(piece.both());
      code.op(Opcodes.LAND);
      code.number(0L);
      code.op(Opcodes.LCMP);
      code.jump(Opcodes.IFNE, skipped);
    }
  }

  /** Work that puts policies in doubt when it gives up. */
  private void guarded(long bits, Runnable work) {
    Label before = code.doubt();
    var doubt = new Label();
    var end = new Label();
    code.doubtAt(doubt);
    code.scoped(work);
    code.go(end);
    code.at(doubt);
    mark(bits);
    code.at(end);
    code.doubtAt(before);
  }

  private void mark(long bits) {
    code.load(emission.bits);
    code.number(bits);
    code.op(Opcodes.LOR);
    code.store(emission.bits);
  }
}
