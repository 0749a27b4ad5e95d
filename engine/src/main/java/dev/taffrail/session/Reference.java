package dev.taffrail.session;

import dev.taffrail.compiler.check.Receivers;
import dev.taffrail.compiler.schema.SchemaDescriptions;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.value.ValuePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What there is to know of types, fields and built-ins, for people at a prompt. */
public final class Reference {
  private static final List<String> RESOURCES = List.of("cpu", "memory", "storage");

  private final SchemaTypes types;
  private final Builtins builtins;
  private final SchemaDescriptions descriptions = new SchemaDescriptions();

  public Reference(SchemaTypes types, Builtins builtins) {
    this.types = types;
    this.builtins = builtins;
  }

  public SchemaTypes types() {
    return types;
  }

  public List<Builtin> builtins() {
    return builtins.list();
  }

  /** Everything that may stand behind a dot after a value of a type, by name. */
  public List<Candidate> members(Type type) {
    var found = new TreeMap<String, Candidate>();
    fields(type.bare(), found);
    for (Builtin builtin : builtins.list()) {
      Signature signature = builtin.signature();
      if (Receivers.accept(signature, type)) {
        found.putIfAbsent(
            signature.name(),
            new Candidate(
                signature.name() + (signature.method() ? "(" : ""),
                signature.method() ? "method" : "member",
                TypePrinter.print(signature.result()),
                firstSentence(builtin.documentation())));
      }
    }
    return List.copyOf(found.values());
  }

  private void fields(Type type, TreeMap<String, Candidate> found) {
    switch (type) {
      case ObjectType object -> {
        object
            .fields()
            .values()
            .forEach(field -> found.put(field.name(), candidate(object, field)));
        if (object.kind().isPresent()) {
          for (String name : List.of("name", "namespace", "kind", "apiVersion")) {
            found.putIfAbsent(name, new Candidate(name, "member", "String", ""));
          }
          found.putIfAbsent(
              "namespaceObject",
              new Candidate("namespaceObject", "member", "Namespace?", "the Namespace it lies in"));
          if (Component.of(object).filter(Component::isOnEachNode).isPresent()) {
            found.putIfAbsent(
                "node", new Candidate("node", "member", "Node?", "the Node it runs on"));
          }
          found.putIfAbsent(
              "references",
              new Candidate(
                  "references", "member", "List<Reference>", "the fields that name other objects"));
        }
      }
      case Type.UnionOf union -> {
        fields(union.members().getFirst(), found);
        for (ObjectType member : union.members()) {
          var own = new TreeMap<String, Candidate>();
          fields(member, own);
          found.keySet().retainAll(own.keySet());
        }
      }
      case Type.RecordType record ->
          record
              .fields()
              .forEach(
                  field ->
                      found.put(
                          field.name(),
                          new Candidate(
                              field.name(), "field", TypePrinter.print(field.type()), "")));
      case Type.MapOf map when map.resources() ->
          RESOURCES.forEach(
              name ->
                  found.put(
                      name,
                      new Candidate(
                          name, "field", TypePrinter.print(Type.optional(map.value())), "")));
      default -> {}
    }
  }

  private Candidate candidate(ObjectType holder, Field field) {
    String meaning = unset(field).map(words -> "unset: " + words).orElse("");
    String said = firstSentence(describe(holder, field.name()).orElse(""));
    return new Candidate(
        field.name(),
        "field",
        TypePrinter.print(field.readType()),
        meaning.isEmpty() || said.isEmpty() ? meaning + said : meaning + "; " + said);
  }

  /** What Kubernetes takes a field for when it is not set. */
  public static Optional<String> unset(Field field) {
    return field
        .fallback()
        .map(
            fallback ->
                switch (fallback) {
                  case Field.Fallback.Constant constant -> ValuePrinter.literal(constant.value());
                  case Field.Fallback.Contextual contextual -> "depends on other fields";
                });
  }

  /** What Kubernetes' documentation says of a record or field. */
  public Optional<String> describe(ObjectType type, String field) {
    return field.isEmpty()
        ? descriptions.describe(type.id())
        : descriptions.describe(type.id(), field);
  }

  /** The values of an enum, if the type is one. */
  public static List<String> values(Type type) {
    return switch (type.bare()) {
      case Type.TextEnum text -> text.values();
      case Type.EnumType named -> named.members();
      default -> List.of();
    };
  }

  /** A type by its name in the language. */
  public Optional<ObjectType> type(String name) {
    return types.type(name);
  }

  /** A field by the path to it, {@code Pod.spec.hostNetwork}; lists are gone into. */
  public Optional<Member> field(String path) {
    String[] steps = path.split("\\.");
    Optional<ObjectType> holder = types.type(steps[0]);
    Optional<Member> found = Optional.empty();
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i].replaceAll("\\[.*", "");
      found = holder.flatMap(h -> h.field(step).map(field -> new Member(h, field)));
      holder = found.flatMap(member -> record(member.field().type()));
    }
    return found;
  }

  /** A field and the record it belongs to. */
  public record Member(ObjectType holder, Field field) {}

  private static Optional<ObjectType> record(Type type) {
    return switch (type.bare()) {
      case ObjectType object -> Optional.of(object);
      case Type.ListOf list -> record(list.element());
      case Type.SetOf set -> record(set.element());
      case Type.MapOf map -> record(map.value());
      default -> Optional.empty();
    };
  }

  /** Built-ins of a name, for any receiver. */
  public List<Builtin> named(String name) {
    var found = new ArrayList<Builtin>();
    for (Builtin builtin : builtins.list()) {
      if (builtin.signature().name().equals(name)) {
        found.add(builtin);
      }
    }
    return found;
  }

  private static String firstSentence(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }
}
