package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.BYTES;
import static dev.taffrail.compiler.type.Type.Scalar.CERTIFICATE;
import static dev.taffrail.compiler.type.Type.Scalar.DIGEST;
import static dev.taffrail.compiler.type.Type.Scalar.DNS_NAME;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.IP;
import static dev.taffrail.compiler.type.Type.Scalar.PRIVATE_KEY;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.BytesValue;
import dev.taffrail.value.CertificateValue;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.PrivateKeyValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Sha256;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Certificates and private keys, and the bytes they are read from. */
final class CertificateBuiltins {
  /** A certificate for {@code *.example.org} on an EC key, and its key; used by no server. */
  private static final String PEM =
      "pod.metadata.annotations[\"certificate\"]!.base64!.certificates.first!";

  private static final String KEY = "pod.metadata.annotations[\"key\"]!.base64!.privateKey!";

  private CertificateBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            BYTES,
            "certificates",
            new Type.ListOf(CERTIFICATE),
            "The X.509 certificates of a PEM bundle, or the one in DER; none if one of them cannot"
                + " be read. An error beyond 1 MiB or 200 certificates.",
            "pod.metadata.annotations[\"certificate\"]!.base64!.certificates.size == 1",
            on(BytesValue.class, bytes -> list(CertificateValue.read(bytes.bytes())))),
        member(
            BYTES,
            "privateKey",
            optional(PRIVATE_KEY),
            "The first private key of a PEM text (PKCS#8, PKCS#1 or SEC 1); unset if there is none,"
                + " if it is encrypted, on a curve other than P-256, P-384 and P-521, or longer"
                + " than 16384 bits. An error beyond 1 MiB.",
            "\"aGk=\".base64!.privateKey is unset",
            on(BytesValue.class, bytes -> maybe(PrivateKeyValue.read(bytes.bytes())))),
        of(
            "subject",
            STRING,
            "Whom it is for, as in RFC 2253.",
            " == \"CN=cart\"",
            c -> words(c.subject())),
        of(
            "issuer",
            STRING,
            "Who signed it, as in RFC 2253.",
            " == \"CN=cart\"",
            c -> words(c.issuer())),
        of(
            "dnsNames",
            new Type.ListOf(DNS_NAME),
            "The DNS names among its alternative names; what is no DNS name is left out. Its common"
                + " name does not count, as it does not to clients.",
            " == [\"*.example.org\"]",
            c -> list(c.dnsNames().stream().map(Value.Text::new).toList())),
        of(
            "ips",
            new Type.ListOf(IP),
            "The addresses among its alternative names.",
            " == [ip\"10.0.0.1\"]",
            c -> list(c.ips())),
        of(
            "notBefore",
            INSTANT,
            "From when on it is valid.",
            " < 2027-01-01T00:00Z",
            c -> new InstantValue(c.certificate().getNotBefore().toInstant())),
        of(
            "notAfter",
            INSTANT,
            "Until when it is valid.",
            " > 2027-01-01T00:00Z",
            c -> new InstantValue(c.certificate().getNotAfter().toInstant())),
        of(
            "isCa",
            BOOL,
            "Whether it may sign other certificates.",
            " == false",
            c -> truth(c.isCa())),
        of(
            "key",
            NativeTypes.CERTIFICATE_KEY,
            "Its public key: the algorithm and how many bits it has, 0 if that cannot be said.",
            ".key.algorithm == EC",
            CertificateBuiltins::key),
        of(
            "keyIsStrong",
            BOOL,
            "Whether its key is RSA of at least 2048 bits, EC of at least 256, Ed25519 or Ed448.",
            "",
            c -> truth(c.keyIsStrong())),
        of(
            "signatureHash",
            NativeTypes.HASH_ALGORITHM,
            "The hash that was signed; `SHA512` and `SHAKE256` for Ed25519 and Ed448.",
            " not in [MD5, SHA1]",
            c -> NativeTypes.member(NativeTypes.HASH_ALGORITHM, c.signatureHash())),
        of(
            "sha256",
            DIGEST,
            "The digest of its DER form, its usual fingerprint.",
            " startsWith \"sha256:\"",
            c -> words("sha256:" + Sha256.hex(c.der()))),
        member(
            PRIVATE_KEY,
            "algorithm",
            NativeTypes.KEY_ALGORITHM,
            "The algorithm.",
            KEY + ".algorithm == EC",
            on(
                PrivateKeyValue.class,
                key -> NativeTypes.member(NativeTypes.KEY_ALGORITHM, key.algorithm()))),
        member(
            PRIVATE_KEY,
            "bits",
            INT,
            "How many bits it has.",
            KEY + ".bits == 256",
            on(PrivateKeyValue.class, key -> whole(key.bits()))),
        method(
            PRIVATE_KEY,
            "matches",
            with("certificate", CERTIFICATE),
            BOOL,
            "Whether it is the key to the public key of a certificate.",
            KEY + ".matches(" + PEM + ")",
            (key, certificate) ->
                truth(((PrivateKeyValue) key).matches((CertificateValue) certificate))));
  }

  /** Read by another name where the example says so itself. */
  private static Builtin of(
      String name,
      Type result,
      String documentation,
      String example,
      Function<CertificateValue, Value> code) {
    String asked = example.startsWith(".") ? "" : "." + name;
    return member(
        CERTIFICATE,
        name,
        result,
        documentation,
        PEM + asked + example,
        on(CertificateValue.class, code));
  }

  private static Value key(CertificateValue certificate) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put(
        "algorithm", NativeTypes.member(NativeTypes.KEY_ALGORITHM, certificate.keyAlgorithm()));
    fields.put("bits", whole(certificate.keyBits()));
    return new RecordValue(fields);
  }

  private static Value list(List<? extends Value> values) {
    return ListValue.of(List.copyOf(values));
  }
}
