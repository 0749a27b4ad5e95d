package dev.taffrail.session;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.source.Span;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The compiled form as an indented tree: nodes by name, their parts by name, places left out.
 *
 * <p>By reflection, so that a new kind of node needs no printer of its own.
 */
public final class IrText {
  private final StringBuilder out = new StringBuilder();

  private IrText() {}

  public static String of(IrPolicy policy) {
    var text = new IrText();
    text.part("policy " + policy.id(), policy.target(), 0);
    policy.prelude().forEach(line -> text.part("prelude", line, 1));
    policy.lets().forEach(let -> text.part("let", let, 1));
    policy
        .rules()
        .forEach(
            rule -> {
              text.line(1, "rule" + rule.name().map(name -> " " + name).orElse(""));
              rule.body().forEach(statement -> text.part("", statement, 2));
            });
    return text.out.toString();
  }

  private void line(int depth, String words) {
    out.append("  ".repeat(depth)).append(words).append('\n');
  }

  private void part(String name, Object value, int depth) {
    String label = name.isEmpty() ? "" : name + ": ";
    switch (value) {
      case Span span -> {}
      case Optional<?> optional -> optional.ifPresent(inner -> part(name, inner, depth));
      case Value constant -> line(depth, label + ValuePrinter.literal(constant));
      case ObjectType type -> line(depth, label + type.name());
      case Type type -> line(depth, label + TypePrinter.print(type));
      case Signature signature -> line(depth, label + signature);
      case Collection<?> list -> {
        if (!list.isEmpty()) {
          if (!name.isEmpty()) {
            line(depth, name + ":");
          }
          list.forEach(element -> part("", element, name.isEmpty() ? depth : depth + 1));
        }
      }
      case Map<?, ?> map -> map.forEach((key, inner) -> part(key.toString(), inner, depth));
      case Record node -> record(label, node, depth);
      default -> line(depth, label + value);
    }
  }

  private void record(String label, Record node, int depth) {
    var simple = new StringBuilder(label).append(node.getClass().getSimpleName());
    var deep = new java.util.ArrayList<RecordComponent>();
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      Object value = read(component, node);
      if (value instanceof Type type && !(value instanceof ObjectType)) {
        simple.append(" : ").append(TypePrinter.print(type));
      } else if (value instanceof ObjectType type) {
        simple.append(" : ").append(type.name());
      } else if (value instanceof Boolean flag) {
        simple.append(flag ? " " + component.getName() : "");
      } else if (value instanceof String || value instanceof Number || value instanceof Enum<?>) {
        simple.append(' ').append(value);
      } else {
        deep.add(component);
      }
    }
    line(depth, simple.toString());
    deep.forEach(component -> part(component.getName(), read(component, node), depth + 1));
  }

  private static Object read(RecordComponent component, Record node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
