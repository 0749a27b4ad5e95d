package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;
import java.util.List;

/**
 * The typed face of a function or extension member of policy code.
 *
 * @param external the host answers it
 */
record FunctionSignature(
    GlobalId id,
    List<String> names,
    List<Type> types,
    Type result,
    boolean isPrivate,
    boolean external,
    Span span) {}
