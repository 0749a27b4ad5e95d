package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Signatures of what modules declare, found when first asked for. */
final class Globals {
  private final Resolution names;
  private final TypeNames types;
  private final LetTyping lets;
  private final KeyTyping keys;
  private final Map<GlobalId, FunctionSignature> functions = new HashMap<>();
  private final Map<Declaration.Parameter, Type> parameterTypes = new HashMap<>();
  private final Map<String, List<ExtensionSignature>> extensions = new LinkedHashMap<>();

  /** Types a module let, which may need its body. */
  interface LetTyping {
    Type typeOf(GlobalId id, Statement.Let let, FileScope file);
  }

  /** Types an index, which needs its key. */
  interface KeyTyping {
    IndexSignature typeOf(GlobalId id, Declaration.Index index, FileScope file);
  }

  /**
   * What an index looks like from outside.
   *
   * @param element what it holds
   * @param keys what one may ask it for, one type or several
   */
  record IndexSignature(GlobalId id, Type element, List<Type> keys) {
    IndexSignature {
      keys = List.copyOf(keys);
    }
  }

  /** A member that a module adds to a type. */
  record ExtensionSignature(Type receiver, String member, FunctionSignature function) {}

  /** A module-level name that is no function. */
  sealed interface Value {
    Type type();

    record Parameter(ParameterId id, Type type) implements Value {}

    record Let(GlobalId id, Type type) implements Value {}

    /** A function named without being called. */
    record Function(FunctionSignature signature) implements Value {
      @Override
      public Type type() {
        return Type.Scalar.UNKNOWN;
      }
    }

    /** An index named without a key. */
    record Index(IndexSignature signature) implements Value {
      @Override
      public Type type() {
        return Type.Scalar.UNKNOWN;
      }
    }

    /** Something that a later version compiles; reported already. */
    record Unavailable() implements Value {
      @Override
      public Type type() {
        return Type.Scalar.UNKNOWN;
      }
    }
  }

  Globals(Resolution names, TypeNames types, LetTyping lets, KeyTyping keys) {
    this.names = names;
    this.types = types;
    this.lets = lets;
    this.keys = keys;
  }

  Optional<Value> value(String module, String name) {
    return names
        .module(module)
        .flatMap(m -> m.value(name))
        .map(declared -> value(module, declared));
  }

  private Value value(String module, ModuleScope.Declared declared) {
    return switch (declared.declaration()) {
      case Declaration.Parameter parameter ->
          new Value.Parameter(
              new ParameterId(module, Optional.empty(), parameter.name().text()),
              parameterType(parameter, declared.file()));
      case Declaration.ModuleLet let -> {
        var id = new GlobalId(module, let.let().name().text());
        yield new Value.Let(id, lets.typeOf(id, let.let(), declared.file()));
      }
      case Declaration.Function function ->
          new Value.Function(function(module, function, declared.file()));
      case Declaration.ExternalFunction function ->
          new Value.Function(external(module, function, declared.file()));
      case Declaration.Index index ->
          new Value.Index(
              keys.typeOf(new GlobalId(module, index.name().text()), index, declared.file()));
      default -> new Value.Unavailable();
    };
  }

  Type parameterType(Declaration.Parameter parameter, FileScope file) {
    Type seen = parameterTypes.get(parameter);
    if (seen == null) {
      seen = types.resolve(parameter.type(), file);
      parameterTypes.put(parameter, seen);
    }
    return seen;
  }

  Optional<FunctionSignature> function(String module, String name) {
    return value(module, name)
        .filter(Value.Function.class::isInstance)
        .map(v -> ((Value.Function) v).signature());
  }

  Optional<IndexSignature> index(String module, String name) {
    return value(module, name)
        .filter(Value.Index.class::isInstance)
        .map(v -> ((Value.Index) v).signature());
  }

  private FunctionSignature function(String module, Declaration.Function function, FileScope file) {
    return signature(
        new GlobalId(module, function.name().text()),
        id ->
            new FunctionSignature(
                id,
                names(function.parameters()),
                types(function.parameters(), file),
                types.resolve(function.result(), file),
                function.isPrivate(),
                false,
                function.name().span()));
  }

  private FunctionSignature external(
      String module, Declaration.ExternalFunction function, FileScope file) {
    return signature(
        new GlobalId(module, function.name().text()),
        id ->
            new FunctionSignature(
                id,
                names(function.parameters()),
                types(function.parameters(), file),
                types.resolve(function.result(), file),
                false,
                true,
                function.name().span()));
  }

  /**
   * Each signature is resolved once. Not by computeIfAbsent: resolving a type may ask for another.
   */
  private FunctionSignature signature(GlobalId id, Function<GlobalId, FunctionSignature> resolved) {
    FunctionSignature seen = functions.get(id);
    if (seen == null) {
      seen = resolved.apply(id);
      functions.put(id, seen);
    }
    return seen;
  }

  private static List<String> names(List<Declaration.FunctionParameter> parameters) {
    return parameters.stream().map(p -> p.name().text()).toList();
  }

  private List<Type> types(List<Declaration.FunctionParameter> parameters, FileScope file) {
    return parameters.stream().map(p -> types.resolve(p.type(), file)).toList();
  }

  /** Extension members of a name that a file can see: those of its module and of its imports. */
  List<ExtensionSignature> extensionMembers(String member, FileScope file) {
    var modules = new LinkedHashSet<String>();
    modules.add(file.module());
    modules.addAll(file.imports().values());
    var found = new ArrayList<ExtensionSignature>();
    for (String module : modules) {
      extensionsOf(module).stream().filter(e -> e.member().equals(member)).forEach(found::add);
    }
    return found;
  }

  List<ExtensionSignature> extensionsOf(String module) {
    List<ExtensionSignature> seen = extensions.get(module);
    if (seen == null) {
      seen = names.module(module).map(this::readExtensions).orElse(List.of());
      extensions.put(module, seen);
    }
    return seen;
  }

  private List<ExtensionSignature> readExtensions(ModuleScope module) {
    var found = new ArrayList<ExtensionSignature>();
    for (var declared : module.extensions()) {
      Type receiver = types.resolve(declared.extension().type(), declared.file());
      for (Declaration.ExtensionMember member : declared.extension().members()) {
        found.add(
            new ExtensionSignature(
                receiver, member.name().text(), signature(module, declared, member, receiver)));
      }
    }
    return List.copyOf(found);
  }

  private FunctionSignature signature(
      ModuleScope module,
      ModuleScope.DeclaredExtension declared,
      Declaration.ExtensionMember member,
      Type receiver) {
    return new FunctionSignature(
        extensionId(module.name(), receiver, member.name().text()),
        List.of(declared.extension().receiver().text()),
        List.of(receiver),
        types.resolve(member.type(), declared.file()),
        false,
        false,
        member.name().span());
  }

  static GlobalId extensionId(String module, Type receiver, String member) {
    return new GlobalId(
        module, dev.taffrail.compiler.type.TypePrinter.print(receiver) + "." + member);
  }
}
