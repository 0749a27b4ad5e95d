package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.Collection;
import java.util.StringJoiner;

/** Constants, and which types mean the same in CEL. */
final class CelLiterals {
  private CelLiterals() {}

  static String of(Value value, Span span) throws Untranslatable {
    return switch (value) {
      case Value.Bool truth -> truth == Value.Bool.TRUE ? "true" : "false";
      case Value.Int number -> Long.toString(number.value());
      case Value.Text text -> quoted(text.value());
      case ListValue list -> all(list.elements(), span);
      case SetValue set -> all(set.elements(), span);
      default -> throw new Untranslatable("a constant that CEL has no type for", span);
    };
  }

  private static String all(Collection<Value> values, Span span) throws Untranslatable {
    var elements = new StringJoiner(", ", "[", "]");
    for (Value value : values) {
      elements.add(of(value, span));
    }
    return elements.toString();
  }

  /** A text in double quotes. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  static boolean isText(Type type) {
    return type == Type.Scalar.STRING || type instanceof Type.TextEnum;
  }

  /** Whether values of a type are the same there when they are the same here. */
  static boolean isPlain(Type type) {
    return type == Type.Scalar.BOOL || type == Type.Scalar.INT || isText(type);
  }
}
