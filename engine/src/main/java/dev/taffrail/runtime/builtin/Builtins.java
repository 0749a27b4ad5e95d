package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.SignatureCatalog;
import dev.taffrail.compiler.type.TypePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of built-ins for one Kubernetes version. */
public final class Builtins implements SignatureCatalog {
  private static final Comparator<Signature> BY_RECEIVER_AND_NAME =
      Comparator.<Signature, String>comparing(s -> s.receiver().map(TypePrinter::print).orElse(""))
          .thenComparing(Signature::name)
          .thenComparing(Signature::toString);

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
    all.addAll(ofTheLanguage());
    all.addAll(KubernetesBuiltins.of(types));
    all.addAll(ComponentBuiltins.all(types));
    all.addAll(KindBuiltins.all(types));
    all.addAll(NodeBuiltins.all(types));
    return new Builtins(all);
  }

  /** Those that need no schema. */
  static List<Builtin> ofTheLanguage() {
    var all = new ArrayList<Builtin>();
    all.addAll(StringBuiltins.all());
    all.addAll(ConversionBuiltins.all());
    all.addAll(ListBuiltins.all());
    all.addAll(SetBuiltins.all());
    all.addAll(MapBuiltins.all());
    all.addAll(NumberBuiltins.all());
    all.addAll(QuantityBuiltins.all());
    all.addAll(TimeBuiltins.all());
    all.addAll(SemVerBuiltins.all());
    all.addAll(ImageBuiltins.all());
    all.addAll(NetworkBuiltins.all());
    all.addAll(UnixPathBuiltins.all());
    all.addAll(IntOrStringBuiltins.all());
    all.addAll(BytesBuiltins.all());
    all.addAll(SecretBuiltins.all());
    all.addAll(CapabilityBuiltins.all());
    all.addAll(SelectorBuiltins.all());
    all.addAll(TextBuiltins.all());
    all.addAll(VersionBuiltins.all());
    all.addAll(CertificateBuiltins.all());
    all.addAll(AddressBuiltins.all());
    all.addAll(JsonBuiltins.all());
    return all;
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
    return all.stream().map(Builtin::signature).sorted(BY_RECEIVER_AND_NAME).toList();
  }
}
