package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which fields of objects policies can read, known from their text; rather too much than too
 * little, since what is missing here is forgotten, or taken for unchanged.
 *
 * <p>Fields are told by the record they belong to and not by their path: a path that goes through
 * functions, lets and lists is not known from the text, the type of every receiver is.
 *
 * @param fields the names of fields by record
 * @param whole records that are read with all below them
 * @param untyped any field of any object may be read, since its kind is known at run time only
 * @param untypedTarget the same for the objects that are judged
 * @param references what an object names is read
 */
public record FieldReads(
    Map<ObjectType, Set<String>> fields,
    Set<ObjectType> whole,
    boolean untyped,
    boolean untypedTarget,
    boolean references) {
  /** Subject of messages: the name of a record, and what makes a container a sidecar. */
  private static final Set<String> FOR_MESSAGES = Set.of("name", "restartPolicy");

  public FieldReads {
    fields = Map.copyOf(fields);
    whole = Set.copyOf(whole);
  }

  /** What some policies read together. */
  public static FieldReads of(Collection<IrPolicy> policies, IrProgram program, SchemaTypes types) {
    return FieldReadSearch.of(policies, List.of(), program, types);
  }

  /** What is read of an inventory: by policies that look something up, and by enforcement. */
  public static FieldReads ofInventory(IrProgram program, SchemaTypes types) {
    return FieldReadSearch.of(
        program.policies().stream().filter(p -> Reads.of(p, program).looksUp()).toList(),
        conditions(program),
        program,
        types);
  }

  /** What is read of objects that are judged and looked up. */
  public static FieldReads ofAll(IrProgram program, SchemaTypes types) {
    return FieldReadSearch.of(program.policies(), conditions(program), program, types);
  }

  private static List<IrExpr> conditions(IrProgram program) {
    return program.governance().enforcements().stream()
        .flatMap(enforcement -> enforcement.lines().stream())
        .flatMap(line -> line.condition().stream())
        .toList();
  }

  /** Whether everything of such a record is read. */
  public boolean readsAll(ObjectType type) {
    return untyped || whole.contains(type) || seenAs(type).filter(whole::contains).isPresent();
  }

  /** Whether a field of a record is read; metadata may be asked of an object of any kind. */
  boolean reads(ObjectType type, String field) {
    return readsAll(type)
        || type.kind().isPresent() && field.equals("metadata")
        || fields.getOrDefault(type, Set.of()).contains(field)
        || seenAs(type).filter(t -> fields.getOrDefault(t, Set.of()).contains(field)).isPresent();
  }

  static boolean isForMessages(String field) {
    return FOR_MESSAGES.contains(field);
  }

  /** Built-ins show ephemeral containers as containers. */
  private Optional<ObjectType> seenAs(ObjectType type) {
    return type.name().equals("EphemeralContainer")
        ? fields.keySet().stream()
            .filter(t -> t.name().equals("Container"))
            .findFirst()
            .or(() -> whole.stream().filter(t -> t.name().equals("Container")).findFirst())
        : Optional.empty();
  }

  /** Whether objects of a kind are read as another version of it, whose fields are others. */
  public boolean readsOtherVersionOf(ObjectType kind) {
    return fields.keySet().stream().anyMatch(t -> isOtherVersion(t, kind))
        || whole.stream().anyMatch(t -> isOtherVersion(t, kind));
  }

  private static boolean isOtherVersion(ObjectType a, ObjectType b) {
    return !a.equals(b)
        && a.kind().isPresent()
        && b.kind().isPresent()
        && GroupKind.of(a.kind().get().identity()).equals(GroupKind.of(b.kind().get().identity()));
  }

  /** Whether two objects or records of a type are the same as far as they are read. */
  public boolean agree(Node.Mapping a, Node.Mapping b, ObjectType type) {
    if (readsAll(type)) {
      return Nodes.equal(a, b);
    }
    return type.fields().values().stream()
        .filter(field -> reads(type, field.name()))
        .allMatch(field -> agree(a.find(field.name()), b.find(field.name()), field));
  }

  private boolean agree(Optional<Node> a, Optional<Node> b, Field field) {
    return a.isPresent() == b.isPresent() && (a.isEmpty() || agree(a.get(), b.get(), field.type()));
  }

  private boolean agree(Node a, Node b, Type type) {
    if (type.bare() instanceof ObjectType record
        && record.kind().isEmpty()
        && a instanceof Node.Mapping left
        && b instanceof Node.Mapping right) {
      return agree(left, right, record);
    }
    if (type.bare() instanceof Type.ListOf list
        && a instanceof Node.Sequence left
        && b instanceof Node.Sequence right) {
      return left.elements().size() == right.elements().size()
          && IntStream.range(0, left.elements().size())
              .allMatch(
                  i -> agree(left.elements().get(i), right.elements().get(i), list.element()));
    }
    return Nodes.equal(a, b);
  }
}
