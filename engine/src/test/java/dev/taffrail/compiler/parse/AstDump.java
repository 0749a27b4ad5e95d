package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/**
 * Prints a syntax tree for golden files: one node a line, its span behind it.
 *
 * <p>Works by reflection over the records, so that a component that is added shows up without a
 * change here.
 */
final class AstDump {
  private final StringBuilder out = new StringBuilder();

  static String of(Object tree) {
    var dump = new AstDump();
    dump.node("", tree, 0);
    return dump.out.toString();
  }

  private void node(String label, Object node, int indent) {
    line(label, indent);
    switch (node) {
      case PolicyFile file -> {
        out.append("File\n");
        components(file, indent);
      }
      case Ident ident -> out.append(quote(ident.text())).append(place(ident.span())).append('\n');
      case QualifiedName name -> out.append(name.text()).append(place(name.span())).append('\n');
      case Record tree -> {
        out.append(name(tree.getClass())).append(scalars(tree)).append('\n');
        components(tree, indent);
      }
      default -> out.append(node).append('\n');
    }
  }

  private void line(String label, int indent) {
    out.append("  ".repeat(indent)).append(label);
  }

  private void components(Record tree, int indent) {
    for (RecordComponent component : tree.getClass().getRecordComponents()) {
      var value = value(tree, component);
      switch (value) {
        case SourceFile source -> {}
        case Span span -> {}
        case List<?> list ->
            list.forEach(item -> node(component.getName() + ": ", item, indent + 1));
        case Optional<?> optional ->
            optional.ifPresent(item -> node(component.getName() + ": ", item, indent + 1));
        case Record child -> node(component.getName() + ": ", child, indent + 1);
        default -> {}
      }
    }
  }

  /** The span, and everything that is no node. */
  private static String scalars(Record tree) {
    var text = new StringBuilder();
    for (RecordComponent component : tree.getClass().getRecordComponents()) {
      var value = value(tree, component);
      switch (value) {
        case Span span when component.getName().equals("span") -> text.append(place(span));
        case Span span ->
            text.append(' ').append(component.getName()).append('=').append(place(span).trim());
        case String string -> text.append(' ').append(quote(string));
        case Boolean flag -> text.append(flag ? " " + component.getName() : "");
        case Enum<?> constant -> text.append(' ').append(constant);
        default -> {}
      }
    }
    return text.toString();
  }

  private static Object value(Record tree, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(tree);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  private static String name(Class<?> type) {
    var outer = type.getEnclosingClass();
    boolean nested = outer != null && outer.getEnclosingClass() != null;
    return nested ? outer.getSimpleName() + "." + type.getSimpleName() : type.getSimpleName();
  }

  private static String place(Span span) {
    var start = span.startPosition();
    var end = span.endPosition();
    return start.line() == end.line()
        ? " @%s:%s-%s".formatted(start.line(), start.column(), end.column())
        : " @%s:%s-%s:%s".formatted(start.line(), start.column(), end.line(), end.column());
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + '"';
  }
}
