package dev.taffrail.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A private key; it has no printed form, and nothing gives its bytes back to a policy. */
public record PrivateKeyValue(PrivateKey key) implements Value {
  /** Longer keys are not computed with. */
  public static final int MOST_BITS = 16_384;

  private static final List<String> ALGORITHMS =
      List.of("RSA", "EC", "Ed25519", "Ed448", "DSA", "RSASSA-PSS");

  private static final String ECDSA = "SHA256withECDSA";

  /** A PKCS#8 version, and the algorithm of RSA keys with its empty parameters. */
  private static final byte[] VERSION = {DerText.INTEGER, 1, 0};

  private static final byte[] RSA = {
    0x30, 0x0D, 0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0
  };

  /** The object identifier of keys on elliptic curves. */
  private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

  /** What is signed to see whether two keys belong together; any text would do. */
  private static final byte[] PROBE = "do these belong together".getBytes(StandardCharsets.UTF_8);

  /**
   * The first private key of a PEM text: PKCS#8, PKCS#1 or SEC 1, not encrypted.
   *
   * @throws EvaluationError with {@link ErrorCode#LIMIT} if there is too much to read
   */
  public static Optional<PrivateKeyValue> read(byte[] bytes) {
    if (bytes.length > CertificateValue.MOST_BYTES) {
      throw new EvaluationError(
          ErrorCode.LIMIT,
          "a key is read from at most %d bytes, but these are %d"
              .formatted(CertificateValue.MOST_BYTES, bytes.length));
    }
    return PemText.blocks(bytes).stream()
        .filter(block -> block.label().endsWith("PRIVATE KEY"))
        .findFirst()
        .flatMap(PrivateKeyValue::ofBlock)
        .flatMap(PrivateKeyValue::ofPkcs8);
  }

  private static Optional<byte[]> ofBlock(PemText.Block block) {
    return switch (block.label()) {
      case "PRIVATE KEY" -> block.content();
      case "RSA PRIVATE KEY" -> block.content().map(key -> pkcs8(RSA, key));
      case "EC PRIVATE KEY" -> block.content().flatMap(PrivateKeyValue::ofSec1);
      default -> Optional.empty();
    };
  }

  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return DerText.write(DerText.SEQUENCE, VERSION, algorithm, DerText.write(DerText.OCTETS, key));
  }

  /** The curve stands inside the key here, and beside it in PKCS#8. */
  private static Optional<byte[]> ofSec1(byte[] key) {
    return DerText.elements(key)
        .filter(whole -> whole.size() == 1 && whole.getFirst().tag() == DerText.SEQUENCE)
        .flatMap(whole -> DerText.elements(whole.getFirst().content()))
        .flatMap(parts -> parts.stream().filter(p -> p.tag() == DerText.FIRST_CONTEXT).findFirst())
        .map(curve -> pkcs8(DerText.write(DerText.SEQUENCE, EC, curve.content()), key));
  }

  private static Optional<PrivateKeyValue> ofPkcs8(byte[] encoded) {
    for (String algorithm : ALGORITHMS) {
      try {
        var key =
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        var value = new PrivateKeyValue(key);
        return value.isUsable() ? Optional.of(value) : Optional.empty();
      } catch (GeneralSecurityException | RuntimeException otherAlgorithm) {
        // The next one may know it.
        continue;
      }
    }
    return Optional.empty();
  }

  /** The JDK reads keys on curves that it cannot compute with. */
  private boolean isUsable() {
    return bits() <= MOST_BITS && (!(key instanceof ECPrivateKey) || sign(ECDSA).isPresent());
  }

  byte[] der() {
    byte[] encoded = key.getEncoded();
    return encoded == null ? new byte[0] : encoded;
  }

  /** One of {@link CertificateValue#KEY_ALGORITHMS}. */
  public String algorithm() {
    return key instanceof EdECPrivateKey edwards
        ? CertificateValue.algorithm(edwards.getParams().getName())
        : CertificateValue.algorithm(key.getAlgorithm());
  }

  public int bits() {
    if (key instanceof RSAPrivateKey rsa) {
      return rsa.getModulus().bitLength();
    }
    if (key instanceof ECPrivateKey ec) {
      return ec.getParams().getCurve().getField().getFieldSize();
    }
    if (key instanceof DSAPrivateKey dsa) {
      return dsa.getParams().getP().bitLength();
    }
    return CertificateValue.edwardsBits(algorithm());
  }

  /** Whether it is the key to the public key of a certificate. */
  public boolean matches(CertificateValue certificate) {
    PublicKey other = certificate.certificate().getPublicKey();
    if (key instanceof RSAPrivateKey mine && other instanceof RSAPublicKey theirs) {
      return mine.getModulus().equals(theirs.getModulus());
    }
    if (key instanceof DSAPrivateKey mine && other instanceof DSAPublicKey theirs) {
      BigInteger p = mine.getParams().getP();
      return mine.getParams().getG().modPow(mine.getX(), p).equals(theirs.getY());
    }
    if (key instanceof ECPrivateKey mine && other instanceof ECPublicKey theirs) {
      boolean oneCurve = mine.getParams().getCurve().equals(theirs.getParams().getCurve());
      return oneCurve && signs(ECDSA, other);
    }
    return key instanceof EdECPrivateKey
        && algorithm().equals(certificate.keyAlgorithm())
        && signs(algorithm(), other);
  }

  private boolean signs(String algorithm, PublicKey other) {
    Optional<byte[]> signed = sign(algorithm);
    if (signed.isEmpty()) {
      return false;
    }
    try {
      var verifying = Signature.getInstance(algorithm);
      verifying.initVerify(other);
      verifying.update(PROBE);
      return verifying.verify(signed.get());
    } catch (GeneralSecurityException unusable) {
      return false;
    }
  }

  private Optional<byte[]> sign(String algorithm) {
    try {
      var signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(PROBE);
      return Optional.of(signing.sign());
    } catch (GeneralSecurityException unusable) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrivateKeyValue that && Arrays.equals(der(), that.der());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der());
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "(private key)";
  }
}
