package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BYTES;
import static dev.taffrail.compiler.type.Type.Scalar.DIGEST;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.value.BytesValue;
import dev.taffrail.value.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes. */
final class BytesBuiltins {
  private BytesBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            BYTES,
            "size",
            INT,
            "The number of bytes.",
            "\"aGk=\".base64!.size == 2",
            on(BytesValue.class, value -> whole(value.bytes().length))),
        member(
            BYTES,
            "utf8",
            optional(STRING),
            "The text that they encode in UTF-8; unset if they encode none.",
            "\"aGk=\".base64!.utf8! == \"hi\"",
            on(BytesValue.class, value -> maybeWords(utf8(value.bytes())))),
        member(
            BYTES,
            "requestedSubject",
            optional(STRING),
            "Whom a certificate request (PKCS#10, in PEM or DER) is for, as in RFC 2253; unset if they"
                + " are none.",
            "pod.metadata.annotations[\"request\"]!.base64!.requestedSubject! == \"CN=jane,O=developers\"",
            on(BytesValue.class, value -> maybeWords(CertificateRequest.subject(value.bytes())))),
        member(
            BYTES,
            "sha256",
            DIGEST,
            "Their SHA-256 digest.",
            "\"aGk=\".base64!.sha256 == \"sha256:8f434346648f6b96df89dda901c5176b"
                + "10a6d83961dd3c1ac88b59b2dc327aa4\"",
            on(BytesValue.class, value -> words("sha256:" + Sha256.hex(value.bytes())))));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException otherBytes) {
      return Optional.empty();
    }
  }
}
