package dev.taffrail.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An X.509 certificate. */
public record CertificateValue(X509Certificate certificate) implements Value {
  /** Bytes of the largest bundle that is read. */
  public static final int MOST_BYTES = 1 << 20;

  /** Certificates of the largest bundle. */
  public static final int MOST_CERTIFICATES = 200;

  public static final String UNKNOWN = "unknown";

  public static final List<String> KEY_ALGORITHMS =
      List.of("RSA", "EC", "Ed25519", "Ed448", "DSA", UNKNOWN);

  public static final List<String> HASH_ALGORITHMS =
      List.of(
          "MD2",
          "MD5",
          "SHA1",
          "SHA224",
          "SHA256",
          "SHA384",
          "SHA512",
          "SHA3_224",
          "SHA3_256",
          "SHA3_384",
          "SHA3_512",
          "SHAKE256",
          UNKNOWN);

  private static final List<String> LABELS = List.of("CERTIFICATE", "X509 CERTIFICATE");

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int STRONG_RSA = 2048;
  private static final int STRONG_EC = 256;
  private static final int ED25519_BITS = 256;
  private static final int ED448_BITS = 456;

  /**
   * The certificates of a PEM bundle, or the one in DER; none if one of them cannot be read.
   *
   * @throws EvaluationError with {@link ErrorCode#LIMIT} if there is too much to read
   */
  public static List<CertificateValue> read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new EvaluationError(
          ErrorCode.LIMIT,
          "certificates are read from at most %d bytes, but these are %d"
              .formatted(MOST_BYTES, bytes.length));
    }
    List<PemText.Block> blocks =
        PemText.blocks(bytes).stream().filter(block -> LABELS.contains(block.label())).toList();
    if (blocks.size() > MOST_CERTIFICATES) {
      throw new EvaluationError(
          ErrorCode.LIMIT,
          "at most %d certificates are read from one value, but these are %d"
              .formatted(MOST_CERTIFICATES, blocks.size()));
    }
    if (blocks.isEmpty()) {
      return one(bytes).stream().toList();
    }
    int begun = LABELS.stream().mapToInt(label -> PemText.begun(bytes, label)).sum();
    if (begun != blocks.size()) {
      return List.of();
    }
    var certificates = new ArrayList<CertificateValue>();
    for (PemText.Block block : blocks) {
      var certificate = block.content().flatMap(CertificateValue::one);
      if (certificate.isEmpty()) {
        return List.of();
      }
      certificates.add(certificate.get());
    }
    return List.copyOf(certificates);
  }

  private static Optional<CertificateValue> one(byte[] der) {
    boolean whole =
        DerText.elements(der)
            .filter(found -> found.size() == 1 && found.getFirst().tag() == DerText.SEQUENCE)
            .isPresent();
    if (!whole) {
      return Optional.empty();
    }
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return Optional.of(new CertificateValue(certificate));
    } catch (CertificateException | RuntimeException unreadable) {
      // The JDK lets some mistakes in the encoding through as runtime exceptions.
      return Optional.empty();
    }
  }

  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("it was read from its encoding", impossible);
    }
  }

  /** The name of the subject, RFC 2253. */
  public String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  /** The name of the issuer, RFC 2253. */
  public String issuer() {
    return certificate.getIssuerX500Principal().getName();
  }

  /** Whether it may sign other certificates. */
  public boolean isCa() {
    return certificate.getBasicConstraints() >= 0;
  }

  /** The alternative names that are DNS names. */
  public List<String> dnsNames() {
    return alternatives(DNS_NAME).stream().map(DnsNames::read).flatMap(Optional::stream).toList();
  }

  /** The alternative names that are addresses. */
  public List<Ip> ips() {
    return alternatives(IP_ADDRESS).stream().map(Ip::parse).flatMap(Optional::stream).toList();
  }

  private List<String> alternatives(int type) {
    var names = new ArrayList<String>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> name : all) {
          if (name.get(0).equals(type) && name.get(1) instanceof String text) {
            names.add(text);
          }
        }
      }
    } catch (CertificateParsingException unreadable) {
      // A certificate whose names cannot be read is good for no name.
      return List.of();
    }
    return names;
  }

  /** One of {@link #HASH_ALGORITHMS}. */
  public String signatureHash() {
    String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    String hash =
        switch (name) {
          case "RSASSA-PSS" -> pssHash();
          case "ED25519" -> "SHA512";
          case "ED448" -> "SHAKE256";
          default -> name.contains("WITH") ? name.substring(0, name.indexOf("WITH")) : "";
        };
    String word = hash.startsWith("SHA3-") ? hash.replace('-', '_') : hash.replace("-", "");
    return HASH_ALGORITHMS.contains(word) ? word : UNKNOWN;
  }

  private String pssHash() {
    byte[] encoded = certificate.getSigAlgParams();
    if (encoded == null) {
      return "";
    }
    try {
      var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      parameters.init(encoded);
      return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
    } catch (GeneralSecurityException | IOException unreadable) {
      return "";
    }
  }

  /** One of {@link #KEY_ALGORITHMS}. */
  public String keyAlgorithm() {
    PublicKey key = certificate.getPublicKey();
    return key instanceof EdECPublicKey edwards
        ? algorithm(edwards.getParams().getName())
        : algorithm(key.getAlgorithm());
  }

  /** The same words for keys, whatever the JDK calls them. */
  static String algorithm(String jdk) {
    String name = jdk.equals("RSASSA-PSS") ? "RSA" : jdk;
    return KEY_ALGORITHMS.contains(name) ? name : UNKNOWN;
  }

  /** How long the key is; 0 if that cannot be said. */
  public int keyBits() {
    PublicKey key = certificate.getPublicKey();
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength();
    }
    if (key instanceof ECPublicKey ec) {
      return ec.getParams().getCurve().getField().getFieldSize();
    }
    if (key instanceof DSAPublicKey dsa) {
      return dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
    }
    return edwardsBits(keyAlgorithm());
  }

  static int edwardsBits(String algorithm) {
    return switch (algorithm) {
      case "Ed25519" -> ED25519_BITS;
      case "Ed448" -> ED448_BITS;
      default -> 0;
    };
  }

  /** RSA from 2048 bits on, EC from 256 bits on, and the keys of Edwards curves. */
  public boolean keyIsStrong() {
    return switch (keyAlgorithm()) {
      case "RSA" -> keyBits() >= STRONG_RSA;
      case "EC" -> keyBits() >= STRONG_EC;
      case "Ed25519", "Ed448" -> true;
      default -> false;
    };
  }
}
