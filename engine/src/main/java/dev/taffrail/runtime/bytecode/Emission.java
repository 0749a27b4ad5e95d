package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.value.Value;
import java.util.HashMap;
import java.util.Map;

/** Writes one method: its code, what it shares, and an emitter for each group of constructs. */
final class Emission {
  /** A method above this size would stay uncompiled in HotSpot, which gives up at 8,000 bytes. */
  static final int LARGEST = 7_000;

  /** Variables of {@link Judge#judge}. */
  static final int OBJECT = 1;

  static final int TARGET = 2;
  static final int VIEW = 3;
  static final int FREE = 4;

  final Code code;
  final Known known;
  final Steps steps;
  final ExpressionEmitter expressions = new ExpressionEmitter(this);
  final ConditionEmitter conditions = new ConditionEmitter(this);
  final ReadEmitter reads = new ReadEmitter(this);
  final CallEmitter calls = new CallEmitter(this);
  final LoopEmitter loops = new LoopEmitter(this);
  final StatementEmitter statements = new StatementEmitter(this);
  final BoxEmitter boxes = new BoxEmitter(this);

  /** Paths that were read already where several policies want them, with their variables. */
  final Map<String, Integer> facts = new HashMap<>();

  /** How many steps are left. */
  final Slot fuel;

  /** The answer. */
  final Slot bits;

  /** What is judged as a value, once it was needed. */
  final Slot target;

  Emission(Code code, Known known) {
    this.code = code;
    this.known = known;
    this.steps = new Steps(known.program());
    this.fuel = code.slot(Repr.INT);
    this.bits = code.slot(Repr.INT);
    this.target = code.slot(Repr.OBJECT);
  }

  /** Gives up a method that becomes too large, before it takes long. */
  void checkSize() {
    if (code.size() > LARGEST) {
      throw new Unsupported("more code than fits into one method");
    }
  }

  /** The tree of what is judged. */
  static Slot targetTree() {
    return new Slot(Repr.RECORD, TARGET, new Slot.Origin.Target(), "target");
  }

  /** A constant in a variable. */
  Slot constant(Value value, Repr repr) {
    Slot slot = code.slot(repr);
    switch (repr) {
      case BOOL -> code.number(value == Value.Bool.TRUE ? 1 : 0);
      case INT -> code.number(((Value.Int) value).value());
      case TEXT -> code.text(((Value.Text) value).value());
      case VALUE -> code.constant(value, Value.class);
      case RECORD, RECORDS, TEXTS, TEXT_TABLE, QUANTITY_TABLE, CONTAINERS, OBJECT, RAW ->
          throw new Unsupported("a constant record");
    }
    code.store(slot);
    return slot;
  }

  /** Goes to the place of doubt if a reference is null. */
  void doubtIfNull(Slot slot) {
    code.load(slot);
    code.jump(org.objectweb.asm.Opcodes.IFNULL, code.doubt());
  }

  /** What an expression is, if it is a value that is known already. */
  static boolean isConstant(IrExpr expression) {
    return expression instanceof IrExpr.Constant
        || expression instanceof IrExpr.Parameter
        || expression instanceof IrExpr.ModuleValue;
  }
}
