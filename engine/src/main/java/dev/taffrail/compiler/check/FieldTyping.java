package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Fields of objects, records and untyped data, and what absence above them does to their type. */
final class FieldTyping {
  private static final Set<String> RESOURCES =
      Set.of("cpu", "memory", "storage", "ephemeral-storage", "pods");

  /** Members of every object, not keys of it. */
  private static final Set<String> MEMBERS =
      Set.of("raw", "namespaceObject", "removedIn", "servedAs");

  private final ExpressionChecker expressions;

  FieldTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /** The field, or empty if the type has none of the name. */
  Optional<IrExpr> field(Span span, IrExpr receiver, Ident name, Context context) {
    return switch (receiver.type().bare()) {
      case ObjectType object -> ofKinds(span, receiver, name, List.of(object), context);
      case Type.UnionOf union -> ofKinds(span, receiver, name, union.members(), context);
      case Type.RecordType record -> ofRecord(span, receiver, name, record);
      case Type.MapOf map when map.resources() && RESOURCES.contains(name.text()) ->
          Optional.of(
              new IrExpr.Index(span, Type.optional(map.value()), receiver, MemberTyping.key(name)));
      case Scalar scalar when scalar == Scalar.ANY -> ofAny(span, receiver, name, context);
      case Scalar scalar when scalar == Scalar.JSON ->
          Optional.of(new IrExpr.ReadJson(span, Type.optional(Scalar.JSON), receiver, name.text()));
      default -> Optional.empty();
    };
  }

  private Optional<IrExpr> ofRecord(
      Span span, IrExpr receiver, Ident name, Type.RecordType record) {
    return record
        .field(name.text())
        .map(
            field ->
                new IrExpr.ReadRecord(
                    span,
                    receiver.type().isOptional() ? Type.optional(field.type()) : field.type(),
                    receiver,
                    name.text()));
  }

  private Optional<IrExpr> ofKinds(
      Span span, IrExpr receiver, Ident name, List<ObjectType> members, Context context) {
    var property = kindProperty(span, receiver, name, members);
    if (property.isPresent() && !isOfComponents(name, members)) {
      return property;
    }
    var fields = new ArrayList<IrExpr.HolderField>();
    for (ObjectType member : members) {
      member.field(name.text()).ifPresent(f -> fields.add(new IrExpr.HolderField(member, f)));
    }
    if (fields.size() != members.size()) {
      return Optional.empty();
    }
    boolean emptyWhenAbsent = emptyWhenAbsent(receiver, context);
    Type type = readType(fields.get(0).field(), receiver.type(), emptyWhenAbsent);
    for (IrExpr.HolderField field : fields) {
      var common = eitherOf(type, readType(field.field(), receiver.type(), emptyWhenAbsent));
      if (common.isEmpty()) {
        return Optional.empty();
      }
      type = common.get();
    }
    return Optional.of(
        new IrExpr.ReadField(span, type, receiver, name.text(), fields, emptyWhenAbsent));
  }

  /** The type of something that is of one type in one kind and of another in the other. */
  private static Optional<Type> eitherOf(Type a, Type b) {
    var common = Assignability.common(a, b);
    if (common.isPresent()) {
      return common;
    }
    if (a.isOptional() || b.isOptional()) {
      return eitherOf(a.bare(), b.bare()).map(Type::optional);
    }
    if (a instanceof Type.ListOf left && b instanceof Type.ListOf right) {
      return eitherOf(left.element(), right.element()).map(Type.ListOf::new);
    }
    var members = new LinkedHashSet<>(objectTypes(a));
    members.addAll(objectTypes(b));
    boolean records = !objectTypes(a).isEmpty() && !objectTypes(b).isEmpty();
    return records ? Optional.of(new Type.UnionOf(List.copyOf(members))) : Optional.empty();
  }

  private static List<ObjectType> objectTypes(Type type) {
    return switch (type) {
      case ObjectType object -> List.of(object);
      case Type.UnionOf union -> union.members();
      default -> List.of();
    };
  }

  /** The type of a read: what absence of the receiver leaves of the field's own type. */
  private static Type readType(Field field, Type receiver, boolean emptyWhenAbsent) {
    if (!receiver.isOptional() || field.isCollection()) {
      return field.readType();
    }
    boolean constant =
        field.fallback().filter(Field.Fallback.Constant.class::isInstance).isPresent();
    return constant && emptyWhenAbsent ? field.readType() : Type.optional(field.type());
  }

  /**
   * Whether an absent value of this expression means the same as an empty record: every step that
   * can be missing is a transparent record.
   */
  static boolean emptyWhenAbsent(IrExpr receiver, Context context) {
    return switch (receiver) {
      case IrExpr.ReadField read ->
          !objectTypes(read.type().bare()).isEmpty()
              && objectTypes(read.type().bare()).stream().allMatch(ObjectType::transparent)
              && (!read.receiver().type().isOptional() || read.emptyWhenAbsent());
      case IrExpr.Local local ->
          context.scope().find(local.name()).map(Local::emptyWhenAbsent).orElse(false);
      default -> false;
    };
  }

  /** The version of a component is that of its binary; its API version says nothing. */
  private static boolean isOfComponents(Ident name, List<ObjectType> members) {
    return members.stream()
        .allMatch(m -> Component.of(m).isPresent() && m.field(name.text()).isPresent());
  }

  private Optional<IrExpr> kindProperty(
      Span span, IrExpr receiver, Ident name, List<ObjectType> members) {
    if (!members.stream().allMatch(m -> m.kind().isPresent())) {
      return Optional.empty();
    }
    boolean namespaced = members.stream().allMatch(m -> m.kind().get().namespaced());
    return kindProperty(span, receiver, name, namespaced);
  }

  private static Optional<IrExpr> kindProperty(
      Span span, IrExpr receiver, Ident name, boolean namespaced) {
    for (IrExpr.KindProperty property : IrExpr.KindProperty.values()) {
      if (property.word().equals(name.text())) {
        boolean sometimes = property == IrExpr.KindProperty.NAMESPACE && !namespaced;
        Type type =
            sometimes || receiver.type().isOptional()
                ? Type.optional(Scalar.STRING)
                : Scalar.STRING;
        return Optional.of(new IrExpr.KindMember(span, type, receiver, property));
      }
    }
    return Optional.empty();
  }

  private Optional<IrExpr> ofAny(Span span, IrExpr receiver, Ident name, Context context) {
    var property = kindProperty(span, receiver, name, false);
    if (property.isPresent()) {
      return property;
    }
    if (name.text().equals("metadata")) {
      var type = expressions.services().schema().type("ObjectMeta");
      if (type.isPresent()) {
        var field = new Field("metadata", type.get(), false, Optional.empty());
        var any = new IrExpr.HolderField(type.get(), field);
        return Optional.of(
            new IrExpr.ReadField(
                span,
                Type.optional(type.get()),
                receiver,
                "metadata",
                List.of(any),
                emptyWhenAbsent(receiver, context)));
      }
    }
    if (MEMBERS.contains(name.text())) {
      return Optional.empty();
    }
    return Optional.of(
        new IrExpr.ReadJson(span, Type.optional(Scalar.JSON), receiver, name.text()));
  }

  /** Every field of a type, for did-you-mean. */
  Collection<String> names(Type type) {
    var known = new TreeSet<String>();
    switch (type) {
      case ObjectType object -> {
        known.addAll(object.fields().keySet());
        if (object.kind().isPresent()) {
          known.add("name");
          known.add("namespace");
        }
      }
      case Type.UnionOf union -> union.members().forEach(m -> known.addAll(names(m)));
      case Type.RecordType record -> record.fields().forEach(f -> known.add(f.name()));
      case Type.MapOf map when map.resources() -> known.addAll(RESOURCES);
      default -> {}
    }
    return known;
  }
}
