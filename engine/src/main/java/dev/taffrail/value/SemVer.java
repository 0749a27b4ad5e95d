package dev.taffrail.value;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of three numbers with an optional pre-release part; its text is kept as written.
 *
 * <p>Distributions of Kubernetes mark their builds behind a hyphen ({@code v1.29.3-eks-abc}), where
 * SemVer would see a pre-release and rank the build below its own release. So only {@code alpha},
 * {@code beta} and {@code rc} are pre-releases; anything else behind a hyphen or plus is build
 * metadata, which neither order nor equality looks at.
 *
 * @param preRelease the parts between its dots; empty for a release
 */
public record SemVer(long major, long minor, long patch, List<String> preRelease, String text)
    implements Value {
  private static final Pattern FORM =
      Pattern.compile(
          "v?(0|[1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,17})(?:\\.(0|[1-9][0-9]{0,17}))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
              + "(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");
  private static final int LONGEST = 255;
  private static final Pattern PRE_RELEASE = Pattern.compile("(alpha|beta|rc)-?[0-9]*");

  private static final Comparator<SemVer> ORDER =
      Comparator.comparingLong(SemVer::major)
          .thenComparingLong(SemVer::minor)
          .thenComparingLong(SemVer::patch)
          .thenComparing(SemVer::preRelease, SemVer::comparePreReleases);

  public SemVer {
    preRelease = List.copyOf(preRelease);
  }

  /** Reads {@code 1.29.3}, {@code v1.33}, {@code 1.30.0-rc.1}, {@code v1.28.5+k3s1}. */
  public static Optional<SemVer> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      return Optional.empty();
    }
    long patch = form.group(3) == null ? 0 : Long.parseLong(form.group(3));
    return Optional.of(
        new SemVer(
            Long.parseLong(form.group(1)),
            Long.parseLong(form.group(2)),
            patch,
            form.group(4) == null ? List.of() : preRelease(form.group(4)),
            text));
  }

  private static List<String> preRelease(String suffix) {
    List<String> parts = List.of(suffix.split("\\."));
    return PRE_RELEASE.matcher(parts.getFirst()).matches() ? parts : List.of();
  }

  /** The order of SemVer 2: a pre-release comes before its release. */
  public int compare(SemVer other) {
    return ORDER.compare(this, other);
  }

  private static int comparePreReleases(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compareParts(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareParts(String a, String b) {
    boolean numberA = a.chars().allMatch(Character::isDigit);
    boolean numberB = b.chars().allMatch(Character::isDigit);
    if (numberA && numberB) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return numberA == numberB ? a.compareTo(b) : Boolean.compare(numberB, numberA);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SemVer that && compare(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(major * 1_000_003 + minor * 1009 + patch) * 31 + preRelease.size();
  }
}
