package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.runtime.read.FieldReader;

/** What a built-in may use beside its arguments. */
public record CallContext(FieldReader reader, SchemaTypes types) {}
