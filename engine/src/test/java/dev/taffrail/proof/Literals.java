package dev.taffrail.proof;

import dev.taffrail.compiler.type.Type;
import java.util.Optional;

/** Values of a type as policies write them. */
final class Literals {
  private final Chance chance;

  Literals(Chance chance) {
    this.chance = chance;
  }

  /** Empty for types without a literal, such as records of the schema. */
  Optional<String> of(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar(scalar);
      case Type.TextEnum text -> Optional.of("\"" + chance.pick(text.values()) + "\"");
      case Type.ListOf list -> several(list.element());
      case Type.SetOf set -> several(set.element());
      case Type.MapOf map ->
          of(map.value()).map(v -> "{ \"" + chance.pick("app", "tier") + "\": " + v + " }");
      case Type.OptionalOf optional -> of(optional.type());
      case Type.RangeOf range -> of(range.bound()).map(v -> v + ".." + v);
      default -> Optional.empty();
    };
  }

  private Optional<String> several(Type element) {
    Optional<String> one = of(element);
    return one.map(
        first ->
            chance.oneIn(2) ? "[" + first + "]" : "[" + first + ", " + of(element).get() + "]");
  }

  private Optional<String> scalar(Type.Scalar type) {
    return Optional.ofNullable(
        switch (type) {
          case BOOL -> chance.pick("true", "false");
          case INT ->
              chance.pick("0", "1", "2", "3", "80", "1000", "-1", "30000", "9223372036854775807");
          case PORT -> chance.pick("80", "443", "8080");
          case DECIMAL -> chance.pick("0.5", "2.5", "0.0", "-1.25");
          case STRING -> text();
          case QUANTITY -> chance.pick("0", "500m", "1Gi", "128Mi", "2.5", "1n");
          case DURATION -> chance.pick("30s", "5min", "1h30min", "0s");
          case INSTANT -> chance.pick("2026-01-01T00:00Z", "1999-12-31T23:59Z");
          case DATE -> "2026-01-01";
          case PERCENT -> chance.pick("25%", "100%");
          case SEMVER -> chance.pick("semver\"1.29.0\"", "semver\"1.34.0-rc.1\"");
          case IP -> chance.pick("ip\"10.0.0.1\"", "ip\"fd00::1\"");
          case CIDR -> chance.pick("cidr\"10.0.0.0/8\"", "cidr\"0.0.0.0/0\"");
          case IMAGE_REF -> chance.pick("image\"nginx:1.27\"", "image\"ghcr.io/acme/cart\"");
          case IMAGE_PREFIX -> chance.pick("\"ghcr.io/acme/\"", "\"docker.io/\"");
          case CAPABILITY -> chance.pick("\"ALL\"", "\"NET_ADMIN\"");
          case LABEL_KEY -> chance.pick("\"app\"", "\"example.com/team\"");
          case UNIX_PATH -> chance.pick("\"/\"", "\"/var/run\"");
          case URL -> "\"https://example.org/a\"";
          case DIGEST -> "\"sha256:" + "0".repeat(64) + "\"";
          case REGEX -> chance.pick("re\"[a-z]+\"", "re\".*-\\d\"", "re\"\"");
          case GLOB -> chance.pick("glob\"*.example.org\"", "glob\"**\"", "glob\"a?\"");
          case SELECTOR -> chance.pick("selector\"app=web\"", "selector\"tier!=db,app\"");
          case ADDRESS -> chance.pick("\"127.0.0.1:80\"", "\":8080\"");
          case DNS_NAME -> chance.pick("\"www.example.org\"", "\"*.example.org\"", "\"*\"");
          case FILE_MODE -> chance.pick("\"0600\"", "\"0777\"");
          case TIME_ZONE -> "\"Europe/Berlin\"";
          case CRON, CERTIFICATE, PRIVATE_KEY -> null;
          case BYTES, INT_OR_STRING, PATH, JSON, ANY, UNKNOWN -> null;
        });
  }

  String text() {
    return chance.pick("\"a\"", "\"\"", "\"web\"", "\"kube-system\"", "\"*\"", "\"b-1\"");
  }
}
