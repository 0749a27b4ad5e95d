package dev.taffrail.runtime.builtin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Reads whom a certificate request (PKCS#10) is for. The JDK reads certificates, and no requests;
 * only the way to the subject is walked here.
 */
final class CertificateRequest {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)"
              + "-----END (?:NEW )?CERTIFICATE REQUEST-----");

  private final byte[] der;
  private int at;

  private CertificateRequest(byte[] der) {
    this.der = der;
  }

  /** The subject as in RFC 2253; empty if the bytes are no request, in PEM or DER. */
  static Optional<String> subject(byte[] bytes) {
    Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    try {
      byte[] der = pem.find() ? Base64.getMimeDecoder().decode(pem.group(1)) : bytes;
      return Optional.of(new CertificateRequest(der).subject());
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException noRequest) {
      return Optional.empty();
    }
  }

  private String subject() {
    enter(SEQUENCE);
    enter(SEQUENCE);
    int version = enter(INTEGER);
    at += version;
    int start = at;
    int length = enter(SEQUENCE);
    if (length > der.length - at) {
      throw new IllegalArgumentException("the subject is longer than the request");
    }
    return new X500Principal(Arrays.copyOfRange(der, start, at + length)).getName();
  }

  /** Steps over the tag and the length of what is next, and gives the length. */
  private int enter(int tag) {
    if (der[at++] != tag) {
      throw new IllegalArgumentException("another tag is expected");
    }
    int first = der[at++] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (der[at++] & 0xff);
    }
    if (length < 0) {
      throw new IllegalArgumentException("a length does not fit");
    }
    return length;
  }
}
