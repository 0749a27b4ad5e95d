package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Reads fields straight from trees, as {@code FieldReader} does from values. */
final class ReadEmitter {
  /** The rule of the overlay for records that are taken for empty ones. */
  private static final String EMPTY_RECORD = "empty record ";

  private final Emission emission;
  private final Memo<Optional<ImageRef>> images = new Memo<>(ImageRef::parse);

  ReadEmitter(Emission emission) {
    this.emission = emission;
  }

  static Field field(IrExpr.ReadField read) {
    if (read.fields().size() != 1) {
      throw new Unsupported("a field of one of several kinds");
    }
    return read.fields().get(0).field();
  }

  /**
   * The field in a variable.
   *
   * @param plain lists and maps are wanted as values
   */
  Slot read(IrExpr.ReadField read, Scope scope, Label absent, boolean plain) {
    var code = emission.code;
    Field field = field(read);
    var noHolder = new Label();
    Slot holder = emission.expressions.record(read.receiver(), scope, noHolder);
    Slot result = result(field, holder, plain);
    var end = new Label();
    if (isGeneric(field, result, plain)) {
      generic(holder, field, read.type(), result, absent);
    } else {
      Slot raw = raw(holder, field.name());
      var unset = new Label();
      code.load(raw);
      code.jump(Opcodes.IFNULL, unset);
      if (field.fallback().filter(Field.Fallback::zeroIsUnset).isPresent()) {
        code.load(raw);
        code.constant(field, Field.class);
        code.callStatic(
            Code.TREE,
            "isUnset",
            "(Ldev/taffrail/object/Node;Ldev/taffrail/compiler/type/Field;)Z");
        code.jump(Opcodes.IFNE, unset);
      }
      decode(raw, field.type(), result);
      code.go(end);
      code.at(unset);
      unset(holder, field, result, absent);
    }
    code.go(end);
    code.at(noHolder);
    withoutHolder(field, read.emptyWhenAbsent(), result, absent);
    code.at(end);
    return result;
  }

  /** What is written in a field; null if nothing is. */
  Slot raw(Slot holder, String name) {
    Integer fact = emission.facts.get(holder.path() + "." + name);
    if (holder.path() != null && fact != null) {
      return Slot.of(Repr.RAW, fact);
    }
    Slot raw = emission.code.slot(Repr.RAW);
    raw(holder.repr(), holder.local(), name, raw.local());
    return raw;
  }

  void raw(Repr repr, int holder, String name, int result) {
    var code = emission.code;
    code.load(repr, holder);
    code.text(name);
    code.callStatic(
        Code.TREE,
        "raw",
        "(Ldev/taffrail/object/Node;Ljava/lang/String;)Ldev/taffrail/object/Node;");
    code.store(Repr.RAW, result);
  }

  private Slot result(Field field, Slot holder, boolean plain) {
    Repr repr = plain ? Repr.of(field.type()) : direct(field.type());
    int local = emission.code.local(repr);
    if (field.type() instanceof ObjectType shape) {
      String path = holder.path() == null ? null : holder.path() + "." + field.name();
      if (isGeneric(field, Slot.of(repr, local), plain)) {
        int object = emission.code.local(Repr.OBJECT);
        return new Slot(repr, local, new Slot.Origin.Held(object), null);
      }
      return new Slot(repr, local, new Slot.Origin.Child(holder, shape, field.name()), path);
    }
    if (repr == Repr.RECORDS && field.type() instanceof Type.ListOf list) {
      var shape = (ObjectType) list.element();
      return new Slot(repr, local, new Slot.Origin.Child(holder, shape, field.name()), null);
    }
    return Slot.of(repr, local);
  }

  private static Repr direct(Type type) {
    return switch (type) {
      case Type.ListOf list when list.element() instanceof ObjectType -> Repr.RECORDS;
      case Type.ListOf list when isText(list.element()) -> Repr.TEXTS;
      case Type.ListOf list when list.element() == Type.Scalar.CAPABILITY -> Repr.TEXTS;
      case Type.MapOf map when isText(map.value()) -> Repr.TEXT_TABLE;
      case Type.MapOf map when map.value() == Type.Scalar.QUANTITY -> Repr.QUANTITY_TABLE;
      default -> Repr.of(type);
    };
  }

  private static boolean isText(Type type) {
    return type == Type.Scalar.STRING;
  }

  /** Whether the reader of the interpreter is asked, since the tree alone does not tell. */
  private static boolean isGeneric(Field field, Slot result, boolean plain) {
    return switch (result.repr()) {
      case VALUE -> field.type() != Type.Scalar.IMAGE_REF || field.hasFallback();
      case RECORD ->
          field.fallback().isPresent()
              && !(field.fallback().get() instanceof Field.Fallback.Contextual rule
                  && rule.rule().startsWith(EMPTY_RECORD));
      case RECORDS, TEXTS, TEXT_TABLE, QUANTITY_TABLE -> field.hasFallback();
      case BOOL, INT, TEXT, CONTAINERS, OBJECT, RAW -> false;
    };
  }

  private void generic(Slot holder, Field field, Type type, Slot result, Label absent) {
    switch (result.repr()) {
      case RECORDS, TEXTS, TEXT_TABLE, QUANTITY_TABLE ->
          throw new Unsupported("a list or map with a default");
      case RECORD -> {
        Slot value = interpreted(holder, field);
        Slot tree = emission.boxes.unboxed(value, type, absent);
        var code = emission.code;
        code.load(tree);
        code.store(result);
        code.load(Repr.OBJECT, ((Slot.Origin.Held) tree.origin()).local());
        code.store(Repr.OBJECT, ((Slot.Origin.Held) result.origin()).local());
      }
      default -> {
        Slot value = interpreted(holder, field);
        var code = emission.code;
        code.load(value);
        code.callStatic(Code.VALUES, "isAbsent", "(Ldev/taffrail/value/Value;)Z");
        code.jump(Opcodes.IFNE, absent);
        code.load(value);
        code.store(result);
      }
    }
  }

  /** The field as the interpreter reads it. */
  private Slot interpreted(Slot holder, Field field) {
    var code = emission.code;
    Slot value = code.slot(Repr.VALUE);
    emission.boxes.pushObject(holder);
    code.constant(field, Field.class);
    code.constant(emission.known.calls(), CallContext.class);
    code.callStatic(
        Code.TREE,
        "read",
        "(Ldev/taffrail/value/ObjectValue;Ldev/taffrail/compiler/type/Field;"
            + "Ldev/taffrail/runtime/builtin/CallContext;)Ldev/taffrail/value/Value;");
    code.store(value);
    emission.doubtIfNull(value);
    return value;
  }

  private void decode(Slot raw, Type type, Slot result) {
    switch (result.repr()) {
      case BOOL -> scalar(raw, "dev/taffrail/object/Node$Bool", "()Z", result);
      case INT -> scalar(raw, "dev/taffrail/object/Node$Int", "()J", result);
      case TEXT -> {
        if (type instanceof Type.Scalar other && other != Type.Scalar.STRING) {
          var code = emission.code;
          code.load(raw);
          code.constant(other, Type.Scalar.class);
          code.callStatic(
              Code.TREE,
              "text",
              "(Ldev/taffrail/object/Node;Ldev/taffrail/compiler/type/Type$Scalar;)"
                  + "Ljava/lang/String;");
          code.store(result);
          emission.doubtIfNull(result);
        } else {
          scalar(raw, "dev/taffrail/object/Node$Text", "()Ljava/lang/String;", result);
        }
      }
      case RECORD -> {
        var code = emission.code;
        code.load(raw);
        code.isA(Code.MAPPING);
        code.jump(Opcodes.IFEQ, code.doubt());
        code.load(raw);
        code.cast(Code.MAPPING);
        code.store(result);
      }
      case RECORDS -> checked(raw, "records", result);
      case TEXTS ->
          checked(
              raw,
              ((Type.ListOf) type).element() == Type.Scalar.CAPABILITY ? "capabilities" : "texts",
              result);
      case TEXT_TABLE -> checked(raw, "textTable", result);
      case QUANTITY_TABLE -> checked(raw, "quantityTable", result);
      case VALUE -> image(raw, result);
      case CONTAINERS, OBJECT, RAW -> throw new IllegalStateException("no field is " + result);
    }
  }

  private void image(Slot raw, Slot result) {
    var code = emission.code;
    code.load(raw);
    code.constant(images, Memo.class);
    code.callStatic(
        Code.TREE,
        "image",
        "(Ldev/taffrail/object/Node;Ldev/taffrail/runtime/bytecode/Memo;)"
            + "Ldev/taffrail/value/Value;");
    code.store(result);
    emission.doubtIfNull(result);
  }

  private void scalar(Slot raw, String node, String getter, Slot result) {
    var code = emission.code;
    code.load(raw);
    code.isA(node);
    code.jump(Opcodes.IFEQ, code.doubt());
    code.load(raw);
    code.cast(node);
    code.call(node, "value", getter);
    code.store(result);
  }

  private void checked(Slot raw, String how, Slot result) {
    var code = emission.code;
    code.load(raw);
    code.callStatic(Code.TREE, how, "(Ldev/taffrail/object/Node;)" + result.repr().descriptor());
    code.store(result);
    emission.doubtIfNull(result);
  }

  private void unset(Slot holder, Field field, Slot result, Label absent) {
    var code = emission.code;
    Field.@Nullable Fallback fallback = field.fallback().orElse(null);
    if (fallback instanceof Field.Fallback.Constant constant) {
      constant(constant.value(), result);
    } else if (fallback != null && result.repr() == Repr.RECORD) {
      empty(result);
    } else if (fallback != null) {
      Slot value = interpreted(holder, field);
      Slot unboxed = emission.boxes.unboxed(value, field.type(), absent);
      code.load(unboxed);
      code.store(result);
    } else if (field.isCollection()) {
      empty(result);
    } else {
      code.go(field.required() ? code.doubt() : absent);
    }
  }

  private void withoutHolder(Field field, boolean emptyWhenAbsent, Slot result, Label absent) {
    if (field.isCollection()) {
      empty(result, field.type());
    } else if (emptyWhenAbsent
        && field.fallback().orElse(null) instanceof Field.Fallback.Constant constant) {
      constant(constant.value(), result);
    } else {
      emission.code.go(absent);
    }
  }

  private void constant(Value value, Slot result) {
    Slot constant = emission.constant(value, result.repr());
    emission.code.load(constant);
    emission.code.store(result);
  }

  private void empty(Slot result, Type type) {
    if (result.repr() == Repr.VALUE) {
      emission.code.constant(dev.taffrail.runtime.read.Absence.of(type), Value.class);
      emission.code.store(result);
    } else {
      empty(result);
    }
  }

  /** Nothing is in it: an empty list, map or record. */
  private void empty(Slot result) {
    var code = emission.code;
    if (result.repr() == Repr.RECORDS || result.repr() == Repr.TEXTS) {
      code.field(Code.TREE, "NONE", "Ljava/util/List;");
    } else {
      code.field(Code.TREE, "EMPTY", "Ldev/taffrail/object/Node$Mapping;");
    }
    code.store(result);
  }

  /** Goes elsewhere unless a field was written. */
  void isWritten(IrExpr.ReadField read, Scope scope, Label otherwise) {
    Slot holder = emission.expressions.record(read.receiver(), scope, otherwise);
    Slot raw = raw(holder, field(read).name());
    emission.code.load(raw);
    emission.code.jump(Opcodes.IFNULL, otherwise);
  }
}
