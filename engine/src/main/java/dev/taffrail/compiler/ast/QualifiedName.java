package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** A name of one or more parts joined by dots. */
public record QualifiedName(Span span, List<Ident> parts) {
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  public String text() {
    return parts.stream().map(Ident::text).collect(Collectors.joining("."));
  }

  public boolean isSimple() {
    return parts.size() == 1;
  }

  public Ident last() {
    return parts.get(parts.size() - 1);
  }
}
