package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
  static byte[] file(String name) {
    try (InputStream in = CertificateTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static CertificateValue certificate(String name) {
    return CertificateValue.read(file(name + ".crt.pem")).getFirst();
  }

  private static PrivateKeyValue key(String name) {
    return PrivateKeyValue.read(file(name + ".pem")).orElseThrow(() -> new AssertionError(name));
  }

  @ParameterizedTest
  @CsvSource({
    "ec, CN=cart, EC, 256, true, SHA256, false",
    "rsa, 'CN=old,O=Acme', RSA, 2048, true, SHA1, true",
    "pss, CN=pss, RSA, 2048, true, SHA256, true",
    "small, CN=small, RSA, 1024, false, SHA256, true",
    "dsa, CN=dsa, DSA, 1024, false, SHA256, true",
    "ed, CN=ed, Ed25519, 256, true, SHA512, true",
    "ed448, CN=ed448, Ed448, 456, true, SHAKE256, true",
  })
  void members(
      String name,
      String subject,
      String algorithm,
      int bits,
      boolean strong,
      String hash,
      boolean isCa) {
    CertificateValue found = certificate(name);
    assertEquals(subject, found.subject());
    assertEquals(subject, found.issuer());
    assertEquals(algorithm, found.keyAlgorithm());
    assertEquals(bits, found.keyBits());
    assertEquals(strong, found.keyIsStrong());
    assertEquals(hash, found.signatureHash());
    assertEquals(isCa, found.isCa());
    assertTrue(CertificateValue.KEY_ALGORITHMS.contains(algorithm));
  }

  @Test
  void alternativeNames() {
    CertificateValue found = certificate("ec");
    assertEquals(List.of("*.example.org"), found.dnsNames());
    assertEquals(List.of(Ip.parse("10.0.0.1").orElseThrow()), found.ips());
    assertEquals(List.of(), certificate("ed").dnsNames());
  }

  @Test
  void derIsReadToo() {
    assertEquals(List.of(certificate("ec")), CertificateValue.read(file("ec.crt.der")));
    assertEquals(List.of(), CertificateValue.read(twice(file("ec.crt.der"))));
  }

  @Test
  void bundlesKeepTheirOrder() {
    byte[] bundle =
        joined(
            "a comment\n".getBytes(StandardCharsets.UTF_8),
            file("ec.pem"),
            file("encrypted.pkcs1.pem"),
            file("ed.crt.pem"),
            file("ec.crt.pem"));
    assertEquals(
        List.of("CN=ed", "CN=cart"),
        CertificateValue.read(bundle).stream().map(CertificateValue::subject).toList());
  }

  @Test
  void oneUnreadablePartLeavesNone() {
    String good = new String(file("ec.crt.pem"), StandardCharsets.US_ASCII);
    for (String bad :
        List.of(
            "",
            "text",
            good + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            good + "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
            good + good.substring(0, good.length() / 2),
            good.replace("MII", "MIJ"),
            good.replace("-----END CERTIFICATE-----", "-----END KEY-----"))) {
      assertEquals(List.of(), CertificateValue.read(bad.getBytes(StandardCharsets.US_ASCII)), bad);
    }
  }

  @Test
  void mutilatedDerNeverThrows() {
    byte[] der = file("ec.crt.der");
    for (int i = 0; i < der.length; i++) {
      byte[] changed = der.clone();
      changed[i] = (byte) (changed[i] ^ 0x55);
      for (CertificateValue read : CertificateValue.read(changed)) {
        assertEquals(read.subject(), read.subject());
        assertTrue(read.dnsNames().size() + read.ips().size() <= 2);
        assertTrue(CertificateValue.HASH_ALGORITHMS.contains(read.signatureHash()));
        assertTrue(CertificateValue.KEY_ALGORITHMS.contains(read.keyAlgorithm()));
        assertTrue(read.keyBits() >= 0);
      }
      assertTrue(CertificateValue.read(Arrays.copyOf(der, i)).isEmpty());
    }
  }

  @Test
  void sizeIsLimited() {
    byte[] one = file("ed.crt.pem");
    byte[][] many = new byte[CertificateValue.MOST_CERTIFICATES][];
    Arrays.fill(many, one);
    assertEquals(200, CertificateValue.read(joined(many)).size());
    byte[] tooMany = joined(joined(many), one);
    var count = assertThrows(EvaluationError.class, () -> CertificateValue.read(tooMany));
    assertEquals(ErrorCode.LIMIT, count.code());
    assertEquals(
        "at most 200 certificates are read from one value, but these are 201", count.getMessage());
    byte[] large = new byte[CertificateValue.MOST_BYTES + 1];
    var size = assertThrows(EvaluationError.class, () -> CertificateValue.read(large));
    assertEquals(
        "certificates are read from at most 1048576 bytes, but these are 1048577",
        size.getMessage());
    assertThrows(EvaluationError.class, () -> PrivateKeyValue.read(large));
    assertEquals(List.of(), CertificateValue.read(new byte[CertificateValue.MOST_BYTES]));
  }

  @ParameterizedTest
  @CsvSource({
    "ec, EC, 256",
    "ec.sec1, EC, 256",
    "rsa, RSA, 2048",
    "rsa.pkcs1, RSA, 2048",
    "small, RSA, 1024",
    "dsa, DSA, 1024",
    "ed, Ed25519, 256",
    "ed448, Ed448, 456",
  })
  void keys(String name, String algorithm, int bits) {
    PrivateKeyValue key = key(name);
    assertEquals(algorithm, key.algorithm());
    assertEquals(bits, key.bits());
    assertEquals("(private key)", key.toString());
    assertEquals("(private key)", ValuePrinter.plain(key));
    assertEquals("(private key)", ValuePrinter.literal(key));
    assertEquals(key, key(name));
  }

  @Test
  void olderFormsAreTheSameKeys() {
    assertTrue(key("ec.sec1").matches(certificate("ec")));
    assertTrue(key("rsa.pkcs1").matches(certificate("rsa")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"encrypted", "encrypted.pkcs1", "secp256k1", "ec.crt"})
  void noKeys(String name) {
    assertTrue(PrivateKeyValue.read(file(name + ".pem")).isEmpty());
  }

  @Test
  void aKeyMatchesItsCertificatesOnly() {
    List<String> keys = List.of("ec", "rsa", "small", "dsa", "ed", "ed448");
    for (String key : keys) {
      for (String certificate : keys) {
        assertEquals(
            key.equals(certificate),
            key(key).matches(certificate(certificate)),
            key + " and " + certificate);
      }
    }
    assertTrue(key("rsa").matches(certificate("pss")));
    assertFalse(key("ec").matches(certificate("pss")));
  }

  @Test
  void mutilatedKeysNeverThrow() {
    byte[] pem = file("ec.sec1.pem");
    for (int i = 40; i < pem.length; i++) {
      byte[] changed = pem.clone();
      changed[i] = 'A';
      PrivateKeyValue.read(changed).ifPresent(key -> assertEquals("(private key)", key.toString()));
    }
  }

  private static byte[] twice(byte[] bytes) {
    return joined(bytes, bytes);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
