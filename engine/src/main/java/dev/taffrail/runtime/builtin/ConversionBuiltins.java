package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.ADDRESS;
import static dev.taffrail.compiler.type.Type.Scalar.CAPABILITY;
import static dev.taffrail.compiler.type.Type.Scalar.CIDR;
import static dev.taffrail.compiler.type.Type.Scalar.DATE;
import static dev.taffrail.compiler.type.Type.Scalar.DNS_NAME;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.FILE_MODE;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_PREFIX;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_REF;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.INT_OR_STRING;
import static dev.taffrail.compiler.type.Type.Scalar.IP;
import static dev.taffrail.compiler.type.Type.Scalar.QUANTITY;
import static dev.taffrail.compiler.type.Type.Scalar.SEMVER;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.compiler.type.Type.Scalar.UNIX_PATH;
import static dev.taffrail.compiler.type.Type.Scalar.URL;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.text;

import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import java.util.List;

/** Text read as something else; unset where it has not the form, so that policies must answer. */
final class ConversionBuiltins {
  private ConversionBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        reading("quantity", QUANTITY, "a quantity", "\"1Gi\".quantity! == 1024Mi"),
        reading("duration", DURATION, "a duration", "\"1h30m\".duration! == 90min"),
        reading("semver", SEMVER, "a version", "\"v1.29.3\".semver! == semver\"1.29.3\""),
        reading("ip", IP, "an address", "\"::1\".ip! == ip\"0:0::1\""),
        reading("cidr", CIDR, "an address range", "\"10.0.0.1/8\".cidr! == cidr\"10.0.0.0/8\""),
        reading("date", DATE, "a date", "\"2026-12-31\".date! == 2026-12-31"),
        reading(
            "instant",
            INSTANT,
            "a moment",
            "\"2026-12-31T10:00:00Z\".instant! == 2026-12-31T10:00Z"),
        reading(
            "image",
            IMAGE_REF,
            "an image reference",
            "\"nginx:1\".image! == image\"docker.io/library/nginx:1\""),
        reading(
            "imagePrefix",
            IMAGE_PREFIX,
            "an image prefix",
            "image\"ghcr.io/acme/app\".within(\"ghcr.io/acme/\".imagePrefix!)"),
        reading(
            "unixPath", UNIX_PATH, "a path", "\"//etc/../etc/\".unixPath!.segments == [\"etc\"]"),
        reading("url", URL, "a web address", "\"HTTPS://a.example\".url!.scheme == \"https\""),
        reading(
            "address", ADDRESS, "an address with a port", "\"localhost:80\".address!.port! == 80"),
        reading(
            "dnsName",
            DNS_NAME,
            "a DNS name",
            "\"WWW.Example.org.\".dnsName! == \"www.example.org\""),
        reading("fileMode", FILE_MODE, "a file mode", "\"600\".fileMode! == \"0600\""),
        reading(
            "capability",
            CAPABILITY,
            "the name of a capability",
            "\"CAP_CHOWN\".capability!.normal.size == 5"),
        reading(
            "intOrString",
            INT_OR_STRING,
            "a number or a name",
            "\"80\".intOrString!.number! == 80"));
  }

  private static Builtin reading(String name, Type.Scalar type, String what, String example) {
    return member(
        STRING,
        name,
        optional(type),
        "The text read as " + what + "; unset if it is none.",
        example,
        text(s -> maybe(Texts.parse(type, s))));
  }
}
