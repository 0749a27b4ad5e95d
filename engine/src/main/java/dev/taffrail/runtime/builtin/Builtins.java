package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.SignatureCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of built-ins for one Kubernetes version. */
public final class Builtins implements SignatureCatalog {
  private final List<Builtin> all;
  private final Map<String, List<Signature>> receivers = new HashMap<>();
  private final Map<String, List<Signature>> functions = new HashMap<>();
  private final Map<Signature, Builtin> bySignature = new HashMap<>();

  private Builtins(List<Builtin> all) {
    this.all = List.copyOf(all);
    for (Builtin builtin : all) {
      Signature signature = builtin.signature();
      var table = signature.receiver().isPresent() ? receivers : functions;
      table.computeIfAbsent(signature.name(), name -> new ArrayList<>()).add(signature);
      bySignature.put(signature, builtin);
    }
  }

  /** Every built-in, with those on object types bound to the given schema. */
  public static Builtins of(SchemaTypes types) {
    var all = new ArrayList<Builtin>();
    return new Builtins(all);
  }

  public List<Builtin> list() {
    return all;
  }

  /** The built-in behind a signature of this catalogue. */
  public Builtin builtin(Signature signature) {
    Builtin found = bySignature.get(signature);
    if (found == null) {
      throw new IllegalStateException("no built-in for " + signature);
    }
    return found;
  }

  @Override
  public List<Signature> onReceivers(String name) {
    return receivers.getOrDefault(name, List.of());
  }

  @Override
  public List<Signature> functions(String name) {
    return functions.getOrDefault(name, List.of());
  }

  @Override
  public List<Signature> all() {
    return all.stream().map(Builtin::signature).toList();
  }
}
