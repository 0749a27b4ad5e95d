package dev.taffrail.proof;

import dev.taffrail.compiler.type.Type;

/** An expression with the type that it should have; brackets stand around it where it needs any. */
record Term(String text, Type type) {}
