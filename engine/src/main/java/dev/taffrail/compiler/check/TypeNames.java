package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceType;
import dev.taffrail.compiler.type.RequestType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SnapshotType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides which type a written type means. */
final class TypeNames {
  private static final Map<String, Scalar> SCALARS = scalars();

  private final Resolution names;
  private final SchemaTypes schema;
  private final ImportedTypes imported;
  private final DiagnosticSink diagnostics;
  private final ConstantDefaults defaults;
  private final Map<Declaration, Type> known = new HashMap<>();
  private final Set<Declaration> open = new LinkedHashSet<>();

  /** Evaluates the default of a record field, which must be a constant. */
  interface ConstantDefaults {
    Optional<dev.taffrail.value.Value> constant(
        dev.taffrail.compiler.ast.Expr expression, Type type, FileScope file);
  }

  TypeNames(
      Resolution names,
      SchemaTypes schema,
      ImportedTypes imported,
      DiagnosticSink diagnostics,
      ConstantDefaults defaults) {
    this.names = names;
    this.schema = schema;
    this.imported = imported;
    this.diagnostics = diagnostics;
    this.defaults = defaults;
  }

  private static Map<String, Scalar> scalars() {
    var table = new HashMap<String, Scalar>();
    for (Scalar scalar : Scalar.values()) {
      if (scalar != Scalar.UNKNOWN) {
        table.put(scalar.display(), scalar);
      }
    }
    return table;
  }

  Type resolve(TypeExpr written, FileScope file) {
    return switch (written) {
      case TypeExpr.Hole hole -> Scalar.UNKNOWN;
      case TypeExpr.OptionalOf optional -> Type.optional(resolve(optional.type(), file));
      case TypeExpr.Literal literal ->
          new Type.TextEnum(Optional.empty(), List.of(literal.text()), false);
      case TypeExpr.RecordOf record -> record(Optional.empty(), record, file);
      case TypeExpr.UnionOf union -> union(union, file);
      case TypeExpr.Named named -> named(named, file);
    };
  }

  private Type named(TypeExpr.Named written, FileScope file) {
    String name = written.name().text();
    if (written.name().isSimple()) {
      switch (name) {
        case "List", "Set", "Map" -> {
          return generic(written, name, file);
        }
        default -> {}
      }
    }
    if (!written.arguments().isEmpty()) {
      diagnostics.report(
          Diagnostic.of(
              DiagnosticCode.E0103,
              written.span(),
              "`%s` takes no type arguments".formatted(name)));
      return Scalar.UNKNOWN;
    }
    return declared(written, file)
        .or(() -> fromSchema(written, file))
        .or(() -> Optional.ofNullable(SCALARS.get(name)))
        .or(() -> name.equals(RequestType.NAME) ? Optional.of(RequestType.TYPE) : Optional.empty())
        .or(
            () ->
                name.equals(ReferenceType.NAME)
                    ? Optional.of(ReferenceType.TYPE)
                    : Optional.empty())
        .or(
            () ->
                name.equals(SnapshotType.NAME) ? Optional.of(SnapshotType.TYPE) : Optional.empty())
        .or(() -> schema.type(name).map(t -> (Type) t))
        .or(() -> NativeTypes.type(name))
        .or(() -> schema.textEnum(name))
        .orElseGet(() -> unknown(written, file));
  }

  private Optional<Type> declared(TypeExpr.Named written, FileScope file) {
    var parts = written.name().parts();
    if (parts.size() == 1) {
      return names
          .module(file.module())
          .flatMap(m -> m.type(parts.get(0).text()))
          .map(this::declared);
    }
    if (parts.size() == 2) {
      return file.imported(parts.get(0).text())
          .flatMap(names::module)
          .flatMap(m -> m.type(parts.get(1).text()))
          .map(this::declared);
    }
    return Optional.empty();
  }

  private Optional<Type> fromSchema(TypeExpr.Named written, FileScope file) {
    var parts = written.name().parts();
    String alias = parts.get(0).text();
    return parts.size() == 1
        ? Optional.empty()
        : imported.type(file.file().source(), alias, behindAlias(written));
  }

  private static String behindAlias(TypeExpr.Named written) {
    return written.name().text().substring(written.name().parts().get(0).text().length() + 1);
  }

  /** The type behind a type alias or enum. */
  Type declared(ModuleScope.Declared declared) {
    Declaration declaration = declared.declaration();
    Type seen = known.get(declaration);
    if (seen != null) {
      return seen;
    }
    if (!open.add(declaration)) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.E0103, declaration.span(), "this type is made of itself")
              .help("Types are finite in Taffrail; use `Json` for nested data of unknown depth."));
      return Scalar.UNKNOWN;
    }
    Type type =
        switch (declaration) {
          case Declaration.EnumType named ->
              new Type.EnumType(
                  named.name().text(),
                  named.members().stream().map(m -> m.text()).toList(),
                  named.annotations().stream().anyMatch(a -> a.name().text().equals("ordered")));
          case Declaration.TypeAlias alias -> alias(alias, declared.file());
          default -> throw new IllegalStateException("no type: " + declaration);
        };
    open.remove(declaration);
    known.put(declaration, type);
    return type;
  }

  private Type alias(Declaration.TypeAlias alias, FileScope file) {
    if (alias.constraint().isPresent()) {
      diagnostics.report(
          TypeDiagnostics.notAvailable(
              alias.constraint().get().span(),
              "`where` on a type",
              "Put the condition on the parameter that has the type."));
    }
    Optional<String> name = Optional.of(alias.name().text());
    return switch (alias.type()) {
      case TypeExpr.RecordOf record -> record(name, record, file);
      default -> {
        Type type = resolve(alias.type(), file);
        yield type instanceof Type.TextEnum text
            ? new Type.TextEnum(name, text.values(), text.open())
            : type;
      }
    };
  }

  private Type record(Optional<String> name, TypeExpr.RecordOf written, FileScope file) {
    var fields = new ArrayList<Type.RecordField>();
    var seen = new LinkedHashSet<String>();
    for (TypeExpr.FieldDeclaration field : written.fields()) {
      if (!seen.add(field.name().text())) {
        diagnostics.report(
            Diagnostic.of(
                DiagnosticCode.E0115,
                field.name().span(),
                "field `%s` is declared twice".formatted(field.name())));
      }
      Type type = resolve(field.type(), file);
      var value = field.defaultValue().flatMap(e -> defaults.constant(e, type, file));
      boolean optional = field.optional() || field.defaultValue().isPresent() || type.isOptional();
      Type read = field.optional() && field.defaultValue().isEmpty() ? Type.optional(type) : type;
      fields.add(new Type.RecordField(field.name().text(), read, optional, value));
    }
    return new Type.RecordType(name, fields);
  }

  private Type union(TypeExpr.UnionOf written, FileScope file) {
    var members = written.members().stream().map(m -> resolve(m, file)).toList();
    if (members.stream().anyMatch(Type::isUnknown)) {
      return Scalar.UNKNOWN;
    }
    if (members.stream().allMatch(Type.TextEnum.class::isInstance)) {
      var values = new LinkedHashSet<String>();
      members.forEach(m -> values.addAll(((Type.TextEnum) m).values()));
      return new Type.TextEnum(Optional.empty(), List.copyOf(values), false);
    }
    var kinds = new LinkedHashSet<ObjectType>();
    for (Type member : members) {
      switch (member) {
        case ObjectType object -> kinds.add(object);
        case Type.UnionOf inner -> kinds.addAll(inner.members());
        default -> {
          diagnostics.report(
              Diagnostic.of(
                  DiagnosticCode.E0103,
                  written.span(),
                  "a union has kinds or quoted texts as members, not both or others"));
          return Scalar.UNKNOWN;
        }
      }
    }
    return new Type.UnionOf(List.copyOf(kinds));
  }

  private Type generic(TypeExpr.Named written, String name, FileScope file) {
    var arguments = written.arguments().stream().map(a -> resolve(a, file)).toList();
    int wanted = name.equals("Map") ? 2 : 1;
    if (arguments.size() != wanted) {
      diagnostics.report(
          Diagnostic.of(
              DiagnosticCode.E0103,
              written.span(),
              "`%s` takes %d type argument%s, as in `%s`"
                  .formatted(
                      name,
                      wanted,
                      wanted == 1 ? "" : "s",
                      wanted == 1 ? name + "<String>" : "Map<String, Int>")));
      return Scalar.UNKNOWN;
    }
    return switch (name) {
      case "List" -> new Type.ListOf(arguments.get(0));
      case "Set" -> new Type.SetOf(arguments.get(0));
      default -> new Type.MapOf(arguments.get(0), arguments.get(1));
    };
  }

  private Type unknown(TypeExpr.Named written, FileScope file) {
    String alias = written.name().parts().get(0).text();
    if (!written.name().isSimple() && imported.isAlias(file.file().source(), alias)) {
      var behind = imported.names(file.file().source(), alias);
      // A schema that could not be read is reported where it is imported.
      if (!behind.isEmpty()) {
        diagnostics.report(
            TypeDiagnostics.unknownType(
                written.name().span(),
                written.name().text(),
                behind.stream().map(n -> alias + "." + n).toList(),
                Optional.empty()));
      }
      return Scalar.UNKNOWN;
    }
    var known = new TreeSet<>(schema.names());
    known.addAll(SCALARS.keySet());
    known.addAll(NativeTypes.names());
    names.module(file.module()).ifPresent(m -> known.addAll(m.types().keySet()));
    String name = written.name().text();
    var near = dev.taffrail.diagnostic.Spelling.nearest(name, known);
    var about =
        near.flatMap(schema::type).flatMap(ObjectType::kind).map(k -> k.identity().apiVersion());
    diagnostics.report(TypeDiagnostics.unknownType(written.name().span(), name, known, about));
    return Scalar.UNKNOWN;
  }
}
