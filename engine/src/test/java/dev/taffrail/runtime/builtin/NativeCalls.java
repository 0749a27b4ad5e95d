package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.ADDRESS;
import static dev.taffrail.compiler.type.Type.Scalar.ANY;
import static dev.taffrail.compiler.type.Type.Scalar.BYTES;
import static dev.taffrail.compiler.type.Type.Scalar.CERTIFICATE;
import static dev.taffrail.compiler.type.Type.Scalar.CRON;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.FILE_MODE;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.IP;
import static dev.taffrail.compiler.type.Type.Scalar.JSON;
import static dev.taffrail.compiler.type.Type.Scalar.PATH;
import static dev.taffrail.compiler.type.Type.Scalar.PRIVATE_KEY;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.BytesValue;
import dev.taffrail.value.CertificateValue;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.PrivateKeyValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Sha256;
import dev.taffrail.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls of built-ins on certificates, data without a schema and some more, with their results. */
final class NativeCalls {
  private static final KubernetesObject OBJECT =
      new ManifestReader()
          .read(
              SourceFile.of(
                  "a.yaml",
                  """
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: a}
                  data: {x: "1", y: "2"}
                  list: [{k: 1}, {k: null}, {other: 2}, {k: [3]}]
                  """))
          .objects()
          .getFirst();

  private static final Value ANY_OBJECT =
      ObjectValue.root(
          SchemaCatalog.newest().type("ConfigMap").orElseThrow(),
          OBJECT.root(),
          new Place(OBJECT, FieldPath.ROOT));

  private NativeCalls() {}

  static Stream<Arguments> all() {
    Value certificate = CertificateValue.read(file("ec.crt.pem")).getFirst();
    Value key = PrivateKeyValue.read(file("ec.pem")).orElseThrow();
    Value raw = new JsonValue(OBJECT.root(), new Place(OBJECT, FieldPath.ROOT));
    return Stream.of(
        c(BYTES, "certificates", list(certificate), bytes("ec.crt.pem")),
        c(BYTES, "certificates", list(), bytes("ec.pem")),
        c(BYTES, "privateKey", key, bytes("ec.pem")),
        c(BYTES, "privateKey", Value.absent(), bytes("encrypted.pem")),
        c(CERTIFICATE, "subject", word("CN=cart"), certificate),
        c(CERTIFICATE, "issuer", word("CN=cart"), certificate),
        c(CERTIFICATE, "dnsNames", list(word("*.example.org")), certificate),
        c(CERTIFICATE, "ips", list(of(IP, "10.0.0.1")), certificate),
        c(CERTIFICATE, "notBefore", moment(certificate, true), certificate),
        c(CERTIFICATE, "notAfter", moment(certificate, false), certificate),
        c(CERTIFICATE, "isCa", Value.Bool.FALSE, certificate),
        c(
            CERTIFICATE,
            "key",
            record(
                "algorithm",
                NativeTypes.member(NativeTypes.KEY_ALGORITHM, "EC"),
                "bits",
                new Value.Int(256)),
            certificate),
        c(CERTIFICATE, "keyIsStrong", Value.Bool.TRUE, certificate),
        c(
            CERTIFICATE,
            "signatureHash",
            NativeTypes.member(NativeTypes.HASH_ALGORITHM, "SHA256"),
            certificate),
        c(CERTIFICATE, "sha256", word("sha256:" + Sha256.hex(file("ec.crt.der"))), certificate),
        c(PRIVATE_KEY, "algorithm", NativeTypes.member(NativeTypes.KEY_ALGORITHM, "EC"), key),
        c(PRIVATE_KEY, "bits", new Value.Int(256), key),
        c(PRIVATE_KEY, "matches", Value.Bool.TRUE, key, certificate),
        c(ADDRESS, "host", word("::1"), of(ADDRESS, "[::1]:80")),
        c(ADDRESS, "host", Value.absent(), of(ADDRESS, ":80")),
        c(ADDRESS, "port", new Value.Int(80), of(ADDRESS, ":80")),
        c(ADDRESS, "port", Value.absent(), of(ADDRESS, "::1")),
        c(ADDRESS, "isLoopback", Value.Bool.TRUE, of(ADDRESS, "localhost:1")),
        c(ADDRESS, "isLoopback", Value.Bool.TRUE, of(ADDRESS, "127.9.0.1:1")),
        c(ADDRESS, "isLoopback", Value.Bool.TRUE, of(ADDRESS, "[::1]:1")),
        c(ADDRESS, "isLoopback", Value.Bool.FALSE, of(ADDRESS, "0.0.0.0:1")),
        c(ADDRESS, "isLoopback", Value.Bool.FALSE, of(ADDRESS, ":1")),
        c(STRING, "covers", Value.Bool.TRUE, word("*.a"), word("B.A.")),
        c(STRING, "covers", Value.Bool.FALSE, word("b.a"), word("*.a")),
        c(FILE_MODE, "within", Value.Bool.FALSE, of(FILE_MODE, "0640"), of(FILE_MODE, "600")),
        c(CRON, "maxGap", of(DURATION, "1h"), of(CRON, "@hourly")),
        c(STRING, "json", json("[1]"), word(" [1] ")),
        c(STRING, "json", Value.absent(), word("[1] [2]")),
        c(STRING, "json", Value.absent(), word("null")),
        c(STRING, "json", Value.absent(), word("{a: 1}")),
        c(STRING, "json", Value.absent(), word("")),
        c(STRING, "yaml", json("{\"a\": [1, true, \"no\"]}"), word("a: [1, true, 'no']")),
        c(STRING, "yaml", json("\"plain\""), word("plain")),
        c(STRING, "yaml", json("{\"a\": 1}"), word("---\na: 1\n")),
        c(STRING, "yaml", Value.absent(), word("a: 1\n---\nb: 2\n")),
        c(STRING, "yaml", json("{\"a\": {}}"), word("a: !!java.lang.Object {}")),
        c(STRING, "yaml", Value.absent(), word("a: [")),
        c(STRING, "yaml", Value.absent(), word("~")),
        c(STRING, "yaml", Value.absent(), word("")),
        c(STRING, "address", of(ADDRESS, "a:1"), word("a:1")),
        c(STRING, "address", Value.absent(), word("a:b")),
        c(STRING, "dnsName", word("a.b"), word("A.b.")),
        c(STRING, "dnsName", Value.absent(), word("a b")),
        c(STRING, "fileMode", word("0600"), word("600")),
        c(STRING, "fileMode", Value.absent(), word("9")),
        c(ANY, "raw", raw, ANY_OBJECT),
        c(ANY, "select", list(json("\"1\""), json("\"2\"")), ANY_OBJECT, of(PATH, "data[*]")),
        c(ANY, "select", list(json("1"), json("[3]")), ANY_OBJECT, of(PATH, "list[*].k")),
        c(ANY, "select", list(json("{\"other\": 2}")), ANY_OBJECT, of(PATH, "list[2]")),
        c(ANY, "select", list(), ANY_OBJECT, of(PATH, "list[4]")),
        c(ANY, "select", list(), ANY_OBJECT, of(PATH, "kind.x")),
        c(ANY, "select", list(), ANY_OBJECT, of(PATH, "kind[*]")),
        c(JSON, "select", list(json("3")), json("[3]"), of(PATH, "[0]")),
        c(
            INSTANT,
            "local",
            local("2026-12-31", "Thursday", 23, 30),
            of(INSTANT, "2027-01-01T05:30:00Z"),
            word("America/Chicago")),
        c(
            INSTANT,
            "local",
            local("2026-10-25", "Sunday", 2, 0),
            of(INSTANT, "2026-10-25T01:00:00Z"),
            word("Europe/Berlin")));
  }

  private static Arguments c(Type receiver, String name, Value result, Value... arguments) {
    return Arguments.of(receiver, name, result, List.of(arguments));
  }

  private static Value moment(Value certificate, boolean start) {
    var parsed = ((CertificateValue) certificate).certificate();
    return new InstantValue((start ? parsed.getNotBefore() : parsed.getNotAfter()).toInstant());
  }

  private static Value local(String date, String weekday, int hour, int minute) {
    return record(
        "date",
        of(Type.Scalar.DATE, date),
        "weekday",
        NativeTypes.member(NativeTypes.WEEKDAY, weekday),
        "hour",
        new Value.Int(hour),
        "minute",
        new Value.Int(minute));
  }

  private static Value record(Object... parts) {
    var fields = new LinkedHashMap<String, Value>();
    for (int i = 0; i < parts.length; i += 2) {
      fields.put((String) parts[i], (Value) parts[i + 1]);
    }
    return new RecordValue(fields);
  }

  private static Value json(String text) {
    var source = SourceFile.of("a.json", text);
    return new JsonValue(
        dev.taffrail.object.EmbeddedText.json(source.span(0, text.length())).documents().getFirst(),
        Place.NOWHERE);
  }

  private static Value of(Type.Scalar type, String text) {
    return Texts.parse(type, text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  private static Value word(String text) {
    return new Value.Text(text);
  }

  private static Value list(Value... values) {
    return ListValue.of(Arrays.asList(values));
  }

  private static Value bytes(String file) {
    return new BytesValue(file(file));
  }

  private static byte[] file(String name) {
    try (InputStream in = Value.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
