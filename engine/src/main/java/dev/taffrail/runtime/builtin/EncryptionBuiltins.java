package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;

/** Members of the providers of an EncryptionConfiguration, each of which is one of several. */
final class EncryptionBuiltins {
  private static final List<String> WITH_KEYS = List.of("aescbc", "aesgcm", "secretbox");

  private EncryptionBuiltins() {}

  static List<Builtin> all(SchemaTypes types) {
    ObjectType provider = types.type("ProviderConfiguration").orElseThrow();
    ObjectType key = types.type("apiserver.Key").orElseThrow();
    OneOf oneOf = new OneOf("provider", List.copyOf(provider.fields().keySet()));
    return List.of(
        ObjectMember.of(
            provider,
            "kind",
            oneOf.type(),
            "Which provider it is, `aescbc` and so on; `unknown` if this version of Kubernetes does"
                + " not know it.",
            "encryptionConfiguration.resources.first!.providers.first!.kind == \"secretbox\"",
            (receiver, reader) -> oneOf.of(receiver).orElse(OneOf.UNKNOWN)),
        ObjectMember.of(
            provider,
            "staticKeys",
            new Type.ListOf(key),
            "The keys that the file itself holds; none for `kms` and `identity`.",
            "encryptionConfiguration.resources.first!.providers.first!.staticKeys.size == 1",
            EncryptionBuiltins::staticKeys));
  }

  private static Value staticKeys(ObjectValue provider, FieldReader reader) {
    var keys = new Gathering();
    for (String kind : WITH_KEYS) {
      ObjectMember.record(provider, kind, reader)
          .ifPresent(
              found ->
                  ObjectMember.list(found, "keys", reader)
                      .elements()
                      .forEach(key -> keys.add((ObjectValue) key)));
    }
    return keys.list();
  }
}
