package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import org.objectweb.asm.Opcodes;

/** How a value that is there is held in a local variable of generated code. */
enum Repr {
  BOOL("I", Opcodes.ILOAD, Opcodes.ISTORE),
  INT("J", Opcodes.LLOAD, Opcodes.LSTORE),
  TEXT("Ljava/lang/String;"),
  /** The tree of a record. */
  RECORD("Ldev/taffrail/object/Node$Mapping;"),
  /** Trees of records, all of them mappings. */
  RECORDS("Ljava/util/List;"),
  /** Trees of texts, all of them well-formed. */
  TEXTS("Ljava/util/List;"),
  /** The tree of a map from text to text. */
  TEXT_TABLE("Ldev/taffrail/object/Node$Mapping;"),
  /** The tree of a map from text to quantities. */
  QUANTITY_TABLE("Ldev/taffrail/object/Node$Mapping;"),
  /** The containers of a pod of all three lists, held as the spec around them. */
  CONTAINERS("Ldev/taffrail/object/Node$Mapping;"),
  /** A value like those of the interpreter. */
  VALUE("Ldev/taffrail/value/Value;"),
  /** A record like those of the interpreter. */
  OBJECT("Ldev/taffrail/value/ObjectValue;"),
  /** A part of a tree of which nothing is known yet; null if it is not written. */
  RAW("Ldev/taffrail/object/Node;");

  private final String descriptor;
  private final int load;
  private final int store;

  Repr(String descriptor) {
    this(descriptor, Opcodes.ALOAD, Opcodes.ASTORE);
  }

  Repr(String descriptor, int load, int store) {
    this.descriptor = descriptor;
    this.load = load;
    this.store = store;
  }

  String descriptor() {
    return descriptor;
  }

  int load() {
    return load;
  }

  int store() {
    return store;
  }

  /** The one for values of a type from wherever they come. */
  static Repr of(Type bare) {
    return switch (bare) {
      case Type.Scalar scalar ->
          switch (scalar) {
            case BOOL -> BOOL;
            case INT -> INT;
            case STRING,
                DIGEST,
                CAPABILITY,
                LABEL_KEY,
                UNIX_PATH,
                URL,
                ADDRESS,
                DNS_NAME,
                FILE_MODE,
                TIME_ZONE ->
                TEXT;
            default -> VALUE;
          };
      case Type.TextEnum text -> TEXT;
      case ObjectType object -> RECORD;
      default -> VALUE;
    };
  }
}
