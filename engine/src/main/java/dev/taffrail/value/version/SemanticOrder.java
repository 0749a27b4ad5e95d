package dev.taffrail.value.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Semantic Versioning: build metadata does not count, a pre-release comes before its release. */
final class SemanticOrder implements VersionOrder {
  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String PRE = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern FORM =
      Pattern.compile(
          "v?%1$s\\.%1$s\\.%1$s(?:-(%2$s(?:\\.%2$s)*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?"
              .formatted(NUMBER, PRE));

  private static final int PRE_RELEASE = 4;

  @Override
  public boolean accepts(String version) {
    return FORM.matcher(version).matches();
  }

  @Override
  public int compare(String a, String b) {
    Matcher x = parts(a);
    Matcher y = parts(b);
    for (int i = 1; i < PRE_RELEASE; i++) {
      int order = Digits.compare(x.group(i), y.group(i));
      if (order != 0) {
        return order;
      }
    }
    return preReleases(x.group(PRE_RELEASE), y.group(PRE_RELEASE));
  }

  private static Matcher parts(String version) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new IllegalArgumentException("no semantic version: " + version);
    }
    return form;
  }

  private static int preReleases(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    String[] x = a.split("\\.");
    String[] y = b.split("\\.");
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      int order = identifiers(x[i], y[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(x.length, y.length);
  }

  /** Numbers come before words. */
  private static int identifiers(String a, String b) {
    boolean numberA = Digits.isNumber(a);
    boolean numberB = Digits.isNumber(b);
    if (numberA && numberB) {
      return Digits.compare(a, b);
    }
    return numberA == numberB ? a.compareTo(b) : Boolean.compare(numberB, numberA);
  }
}
