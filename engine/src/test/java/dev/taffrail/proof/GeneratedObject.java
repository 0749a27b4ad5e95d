package dev.taffrail.proof;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A random object that follows the schema of its kind, or nearly. */
final class GeneratedObject {
  private static final int DEEPEST = 9;

  private final Chance chance;
  private final String policy;
  private final boolean broken;

  /**
   * @param policy the text of the policy that will judge it: fields it names are set more often,
   *     since the schema is so wide that policy and object would hardly ever meet
   * @param broken some values have the wrong form, are null or are missing although required
   */
  GeneratedObject(Chance chance, String policy, boolean broken) {
    this.chance = chance;
    this.policy = policy;
    this.broken = broken;
  }

  Map<String, Object> of(ObjectType kind) {
    var identity = kind.kind().orElseThrow().identity();
    var tree = new LinkedHashMap<String, Object>();
    tree.put("apiVersion", identity.apiVersion());
    tree.put("kind", identity.kind());
    for (Field field : kind.fields().values()) {
      if (field.name().equals("metadata")) {
        tree.put("metadata", metadata(field));
      } else if (!tree.containsKey(field.name()) && !field.name().equals("status")) {
        add(field, tree, 1);
      }
    }
    return tree;
  }

  private Object metadata(Field field) {
    if (value(field.type(), 2) instanceof Map<?, ?> some) {
      var metadata = new LinkedHashMap<Object, Object>(some);
      metadata.put("name", chance.pick("web", "cart-1", "a"));
      return metadata;
    }
    return Map.of("name", "web");
  }

  private Map<String, Object> record(ObjectType type, int depth) {
    var tree = new LinkedHashMap<String, Object>();
    if (depth < DEEPEST) {
      type.fields().values().forEach(field -> add(field, tree, depth + 1));
    }
    return tree;
  }

  private void add(Field field, Map<String, Object> tree, int depth) {
    boolean named = policy.contains(field.name());
    boolean wanted =
        field.required() ? !(broken && chance.oneIn(25)) : chance.percent(named ? 60 : 4);
    if (wanted) {
      tree.put(field.name(), value(field.type(), depth));
    }
  }

  private Object value(Type type, int depth) {
    if (broken && chance.oneIn(30)) {
      return wrong();
    }
    return switch (type) {
      case ObjectType record -> record(record, depth);
      case Type.ListOf list -> elements(list.element(), depth);
      case Type.SetOf set -> elements(set.element(), depth);
      case Type.MapOf map -> entries(map, depth);
      case Type.TextEnum text -> chance.pick(text.values());
      case Type.OptionalOf optional -> value(optional.type(), depth);
      case Type.Scalar scalar -> scalar(scalar);
      default -> "a";
    };
  }

  private List<Object> elements(Type element, int depth) {
    var list = new ArrayList<Object>();
    int size = chance.percent(80) ? 1 + chance.below(2) : chance.below(4);
    for (int i = 0; i < size; i++) {
      list.add(value(element, depth + 1));
    }
    return list;
  }

  private Map<String, Object> entries(Type.MapOf map, int depth) {
    var entries = new LinkedHashMap<String, Object>();
    String[] keys =
        map.resources()
            ? new String[] {"cpu", "memory", "ephemeral-storage"}
            : new String[] {"app", "tier", "example.com/team"};
    for (int size = chance.below(4); size > 0; size--) {
      entries.put(chance.pick(keys), value(map.value(), depth + 1));
    }
    return entries;
  }

  private Object scalar(Type.Scalar type) {
    return switch (type) {
      case BOOL -> chance.oneIn(2);
      case INT -> chance.pick(List.of(0L, 1L, 3L, 80L, 1000L, 30000L, 65534L, 1L << 31));
      case PORT -> chance.pick(List.of(80L, 443L, 8080L));
      case DECIMAL -> chance.pick(List.of(0.5, 2.25));
      case STRING -> chance.pick("a", "web", "", "kube-system", "*", "b-1", "über");
      case QUANTITY -> chance.pick(List.of("500m", "1Gi", "128Mi", "0", "1e3", 2L));
      case DURATION -> chance.pick("30s", "1h30m", "0s");
      case INSTANT -> "2026-01-01T00:00:00Z";
      case DATE -> "2026-01-01";
      case PERCENT -> "25%";
      case SEMVER -> "1.30.2";
      case IP -> chance.pick("10.0.0.1", "fd00::1");
      case CIDR -> chance.pick("10.1.0.0/16", "0.0.0.0/0");
      case IMAGE_REF ->
          chance.pick("nginx", "nginx:1.27", "ghcr.io/acme/cart:1.4", "localhost:5000/a/b:latest");
      case IMAGE_PREFIX -> "ghcr.io/acme/";
      case CAPABILITY -> chance.pick("ALL", "NET_ADMIN", "CHOWN");
      case LABEL_KEY -> chance.pick("app", "example.com/team");
      case UNIX_PATH -> chance.pick("/", "/var/run/docker.sock", "/etc/../tmp");
      case URL -> "https://example.org/a";
      case DIGEST -> "sha256:" + "0".repeat(64);
      case INT_OR_STRING -> chance.pick(List.of(80L, "25%", "http"));
      case BYTES -> "aGVsbG8=";
      case SELECTOR -> "app=web";
      case ADDRESS -> chance.pick("127.0.0.1:10249", ":80", "::1");
      case DNS_NAME -> chance.pick("www.example.org", "*.example.org");
      case FILE_MODE -> "0600";
      case TIME_ZONE -> "Europe/Berlin";
      case CRON -> "0 3 * * *";
      case REGEX, GLOB, PATH, CERTIFICATE, PRIVATE_KEY, UNKNOWN -> "a";
      case JSON -> chance.pick(List.of("a", 3L, true, List.of("x"), Map.of("k", "v")));
      case ANY -> Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "x"));
    };
  }

  private Object wrong() {
    return switch (chance.below(9)) {
      case 0 -> "not what is wanted";
      case 1 -> -1L;
      case 2 -> true;
      case 3 -> List.of();
      case 4 -> Map.of();
      case 5 -> List.of(List.of(3L), "x");
      case 6 -> 1e300;
      case 7 -> new java.math.BigInteger("99999999999999999999");
      default -> Nothing.NULL;
    };
  }

  /** Null, which the collections of the JDK do not hold. */
  private enum Nothing {
    NULL;

    @com.fasterxml.jackson.annotation.JsonValue
    Object written() {
      return null;
    }
  }
}
