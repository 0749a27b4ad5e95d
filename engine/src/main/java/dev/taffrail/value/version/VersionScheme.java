package dev.taffrail.value.version;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The packaging systems whose versions can be compared. */
public enum VersionScheme {
  /** Semantic Versioning 2.0.0, section 11; a leading {@code v} does not count. */
  SEMVER(new SemanticOrder()),
  /** Apache Maven, "Version Order Specification". */
  MAVEN(new MavenOrder()),
  /** Debian, {@code deb-version(7)}. */
  DEB(new DebianOrder()),
  /** RPM, {@code rpm-version(7)}. */
  RPM(new RpmOrder()),
  /** Alpine, {@code apk-package(5)}. */
  APK(new AlpineOrder()),
  /** Python, PEP 440. */
  PYTHON(new PythonOrder()),
  /** Anything else: numbers and words in turn. */
  GENERIC(new GenericOrder());

  /** Characters of the longest version that is compared. */
  public static final int LONGEST = 256;

  private final VersionOrder order;

  VersionScheme(VersionOrder order) {
    this.order = order;
  }

  /** The name that policies use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all schemes in their order. */
  public static List<String> words() {
    return Stream.of(values()).map(VersionScheme::word).toList();
  }

  /** Whether a text is a version of this scheme. */
  public boolean accepts(String version) {
    return !version.isEmpty() && version.length() <= LONGEST && order.accepts(version);
  }

  /** Negative, zero or positive, for two texts that are versions of this scheme. */
  public int compare(String a, String b) {
    return Integer.signum(order.compare(a, b));
  }
}
