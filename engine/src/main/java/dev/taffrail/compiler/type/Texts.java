package dev.taffrail.compiler.type;

import dev.taffrail.value.AddressParts;
import dev.taffrail.value.BytesValue;
import dev.taffrail.value.Cidr;
import dev.taffrail.value.CronValue;
import dev.taffrail.value.DateValue;
import dev.taffrail.value.Digests;
import dev.taffrail.value.DnsNames;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.FileModes;
import dev.taffrail.value.Glob;
import dev.taffrail.value.ImagePrefix;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.Ip;
import dev.taffrail.value.Labels;
import dev.taffrail.value.PathPattern;
import dev.taffrail.value.Percent;
import dev.taffrail.value.Quantity;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.Selector;
import dev.taffrail.value.SemVer;
import dev.taffrail.value.TimeZones;
import dev.taffrail.value.UnixPaths;
import dev.taffrail.value.UrlParts;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads text as the domain types that are written as text; the one place that knows their forms.
 */
public final class Texts {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?");
  private static final int MOST_PORT = 65_535;

  private Texts() {}

  /**
   * The value, or empty if the text has not the form of the type.
   *
   * <p>Durations have the form that Kubernetes files use, {@code 1h30m0s}.
   */
  public static Optional<Value> parse(Type.Scalar type, String text) {
    return switch (type) {
      case STRING -> Optional.of(new Value.Text(text));
      case BOOL -> bool(text);
      case INT -> whole(text).map(Value.class::cast);
      case DECIMAL -> decimal(text);
      case PORT ->
          whole(text).filter(n -> n.value() >= 1 && n.value() <= MOST_PORT).map(Value.class::cast);
      case BYTES -> base64(text).map(Value.class::cast);
      case QUANTITY -> Quantity.parse(text).map(Value.class::cast);
      case DURATION -> DurationValue.parseGo(text).map(Value.class::cast);
      case INSTANT -> InstantValue.parse(text).map(Value.class::cast);
      case DATE -> DateValue.parse(text).map(Value.class::cast);
      case PERCENT -> Percent.parse(text).map(Value.class::cast);
      case SEMVER -> SemVer.parse(text).map(Value.class::cast);
      case IP -> Ip.parse(text).map(Value.class::cast);
      case CIDR -> Cidr.parse(text).map(Value.class::cast);
      case INT_OR_STRING -> Optional.of(IntOrString.of(text));
      case IMAGE_REF -> ImageRef.parse(text).map(Value.class::cast);
      case IMAGE_PREFIX -> ImagePrefix.parse(text).map(Value.class::cast);
      case DIGEST -> text(text, Digests::valid);
      case CAPABILITY -> text(text, word -> !word.isEmpty());
      case LABEL_KEY -> text(text, Labels::isKey);
      case SELECTOR -> Selector.parse(text).map(Value.class::cast);
      case REGEX -> RegexValue.parse(text).map(Value.class::cast);
      case GLOB -> Glob.parse(text).map(Value.class::cast);
      case PATH -> PathPattern.parse(text).map(Value.class::cast);
      case UNIX_PATH -> UnixPaths.clean(text).map(Value.Text::new);
      case URL -> text(text, url -> UrlParts.parse(url).isPresent());
      case ADDRESS -> AddressParts.parse(text).map(parts -> new Value.Text(parts.text()));
      case DNS_NAME -> DnsNames.read(text).map(Value.Text::new);
      case FILE_MODE -> FileModes.read(text).map(Value.Text::new);
      case TIME_ZONE -> text(text, TimeZones::isZone);
      case CRON -> CronValue.parse(text).map(Value.class::cast);
      case CERTIFICATE, PRIVATE_KEY, JSON, ANY, UNKNOWN -> Optional.empty();
    };
  }

  /** What the type wants, for messages: {@code a version such as `1.29.0`}. */
  public static String describe(Type.Scalar type) {
    return switch (type) {
      case STRING -> "a string";
      case BOOL -> "`true` or `false`";
      case INT -> "a whole number of 64 bits";
      case DECIMAL -> "a number such as `1.5`";
      case PORT -> "a port from 1 to 65535";
      case BYTES -> "bytes in base64";
      case QUANTITY -> "a quantity such as `500m` or `2Gi`";
      case DURATION -> "a duration such as `1h30m` or `300ms`";
      case INSTANT -> "a moment such as `2026-12-31T10:00:00Z`";
      case DATE -> "a date such as `2026-12-31`";
      case PERCENT -> "a percentage such as `80%`";
      case SEMVER -> "a version such as `1.29.0`";
      case IP -> "an address such as `10.0.0.1` or `2001:db8::1`";
      case CIDR -> "an address range such as `10.0.0.0/8`";
      case INT_OR_STRING -> "a number or a string";
      case IMAGE_REF -> "an image reference such as `registry.example/team/app:1.2`";
      case IMAGE_PREFIX ->
          "an image prefix such as `registry.example/team/` (on Docker Hub `docker.io/team/` for an"
              + " organisation, `docker.io/library/name` for an official image)";
      case DIGEST -> "a digest such as `sha256:` and 64 hexadecimal digits";
      case CAPABILITY -> "the name of a capability such as `NET_BIND_SERVICE`";
      case LABEL_KEY -> "a label key such as `app.kubernetes.io/name`";
      case SELECTOR -> "a label selector such as `app=web,tier!=db`";
      case REGEX -> "a regular expression in RE2 syntax";
      case GLOB -> "a glob such as `*.example.org`, without brackets and braces";
      case PATH -> "a field path such as `spec.containers[*].image`";
      case UNIX_PATH -> "a path such as `/var/run`";
      case URL -> "an address such as `https://example.org/path`";
      case ADDRESS -> "an address with a port such as `127.0.0.1:10249`";
      case DNS_NAME -> "a DNS name such as `www.example.org` or `*.example.org`";
      case FILE_MODE -> "a file mode in octal digits such as `0600`";
      case TIME_ZONE -> "a time zone such as `Europe/Berlin` or `UTC`";
      case CRON -> "a schedule of five fields such as `0 3 * * 1-5`";
      case CERTIFICATE -> "an X.509 certificate";
      case PRIVATE_KEY -> "a private key";
      case JSON -> "JSON data";
      case ANY -> "a Kubernetes object";
      case UNKNOWN -> "a value";
    };
  }

  /**
   * Bytes from base64 as Kubernetes reads it: padded, with line ends where they may be.
   *
   * @see BytesValue
   */
  public static Optional<BytesValue> base64(String text) {
    String letters = text.replace("\r", "").replace("\n", "");
    if (letters.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BytesValue(Base64.getDecoder().decode(letters)));
    } catch (IllegalArgumentException otherLetters) {
      return Optional.empty();
    }
  }

  /** A whole number of 64 bits. */
  public static Optional<Value.Int> whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Value.Int(Long.parseLong(text)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static Optional<Value> decimal(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new Value.Decimal(new BigDecimal(text)))
        : Optional.empty();
  }

  private static Optional<Value> bool(String text) {
    return switch (text) {
      case "true" -> Optional.of(Value.Bool.TRUE);
      case "false" -> Optional.of(Value.Bool.FALSE);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> text(String text, Predicate<String> form) {
    return form.test(text) ? Optional.of(new Value.Text(text)) : Optional.empty();
  }
}
