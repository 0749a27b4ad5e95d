package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A function that the host answers.
 *
 * @param names of its parameters
 * @param types of its parameters
 * @param result optional, or the provider promises a value
 * @param provider the name under which the host knows who answers
 * @param timeout how long an answer may take
 * @param cache how long the host may keep an answer
 */
public record IrExternal(
    GlobalId id,
    List<String> names,
    List<Type> types,
    Type result,
    String provider,
    Duration timeout,
    Optional<Duration> cache,
    Span span) {
  public IrExternal {
    names = List.copyOf(names);
    types = List.copyOf(types);
  }

  /** The name as people write it, {@code acme.images/resolveDigest}. */
  public String qualifiedName() {
    return id.module() + "/" + id.name();
  }
}
