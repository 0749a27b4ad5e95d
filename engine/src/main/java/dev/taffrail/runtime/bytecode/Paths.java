package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The paths that expressions read, so that what several want is read once.
 *
 * <p>Only what is written at a path is read ahead, which cannot fail; what it means is decided by
 * each reader.
 */
final class Paths {
  private static final int OFTEN = 2;

  private final String root;
  private final Map<String, Integer> uses = new TreeMap<>();

  /**
   * @param root the path of the record that is read from
   */
  Paths(String root) {
    this.root = root;
  }

  /** The path of a record, list or map; null if it is none. */
  static @Nullable String of(IrExpr expression, Scope scope) {
    return switch (expression) {
      case IrExpr.Local e ->
          !scope.has(e.slot())
              ? null
              : switch (scope.get(e)) {
                case Scope.Binding.Held held -> held.slot().path();
                case Scope.Binding.Path path -> of(path.expression(), path.scope());
                case Scope.Binding.Maybe maybe -> null;
                case Scope.Binding.Let let -> null;
              };
      case IrExpr.ReadField e -> {
        String receiver = e.fields().size() == 1 ? of(e.receiver(), scope) : null;
        yield receiver == null ? null : receiver + "." + e.name();
      }
      case IrExpr.Narrowed e -> of(e.operand(), scope);
      case IrExpr.Must e -> of(e.operand(), scope);
      case IrExpr.CallBuiltin e -> {
        String receiver = CallEmitter.isAllContainers(e) ? of(e.arguments().get(0), scope) : null;
        yield receiver == null ? null : receiver + ".allContainers()";
      }
      default -> null;
    };
  }

  void add(IrExpr expression, Scope scope) {
    String path = expression instanceof IrExpr.ReadField ? of(expression, scope) : null;
    if (path != null && path.startsWith(root + ".") && !path.contains("()")) {
      uses.merge(path, 1, Integer::sum);
    }
    IrWalk.parts(expression).forEach(part -> add(part, scope));
  }

  void add(List<IrStatement> body, Scope scope) {
    for (IrStatement statement : body) {
      switch (statement) {
        case IrStatement.Let let -> add(let.value(), scope);
        case IrStatement.ForEach loop -> {
          add(loop.generator().source(), scope);
          loop.where().ifPresent(where -> add(where, scope));
          add(loop.body(), scope);
        }
        case IrStatement.If choice -> {
          add(choice.condition(), scope);
          add(choice.thenBody(), scope);
          add(choice.elseBody(), scope);
        }
        case IrStatement.IfLet choice -> {
          add(choice.value(), scope);
          add(choice.thenBody(), scope);
          add(choice.elseBody(), scope);
        }
        case IrStatement.Check check -> add(check.condition(), scope);
      }
    }
  }

  /** Reads ahead what is wanted more than once. */
  void read(Emission emission, Slot holder) {
    uses.forEach(
        (path, count) -> {
          if (count >= OFTEN) {
            read(emission, holder, path);
          }
        });
  }

  private int read(Emission emission, Slot holder, String path) {
    Integer known = emission.facts.get(path);
    if (known != null) {
      return known;
    }
    int dot = path.lastIndexOf('.');
    String parent = path.substring(0, dot);
    int result = emission.code.local(Repr.RAW);
    if (parent.equals(root)) {
      emission.reads.raw(holder.repr(), holder.local(), path.substring(dot + 1), result);
    } else {
      int outer = read(emission, holder, parent);
      emission.reads.raw(Repr.RAW, outer, path.substring(dot + 1), result);
    }
    emission.facts.put(path, result);
    return result;
  }
}
