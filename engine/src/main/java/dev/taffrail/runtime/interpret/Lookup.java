package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.value.Value;

/** A question to the host; a verdict stays as long as the answers to its questions do. */
public sealed interface Lookup {

  /** The objects of an index under a key. */
  record Entry(GlobalId index, Value key) implements Lookup {}

  /** Every object of some kinds. */
  record Every(IrPolicy.Target source) implements Lookup {}

  /** One object. */
  record One(ObjectKey key) implements Lookup {}

  /** A function that the host answers. */
  record Asked(Question question) implements Lookup {}

  /** What is known of some kinds. */
  record Kinds(IrPolicy.Target source, IrExpr.KindState state) implements Lookup {}

  /** The moment for which everything is judged. */
  record Moment() implements Lookup {}
}
