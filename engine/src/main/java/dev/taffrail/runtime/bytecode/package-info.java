/** Policies compiled to JVM classes that say which of them an object certainly passes. */
@org.jspecify.annotations.NullMarked
package dev.taffrail.runtime.bytecode;
