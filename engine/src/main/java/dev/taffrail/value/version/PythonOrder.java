package dev.taffrail.value.version;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python: {@code epoch!release}, then pre, post and development releases, and a local part. */
final class PythonOrder implements VersionOrder {
  private static final Pattern FORM =
      Pattern.compile(
          "v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)"
              + "(?<pre>[-_.]?(?<word>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>[0-9]*))?"
              + "(?<post>-(?<implicit>[0-9]+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>[0-9]*))?"
              + "(?<dev>[-_.]?dev[-_.]?(?<devNumber>[0-9]*))?"
              + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

  @Override
  public boolean accepts(String version) {
    return FORM.matcher(version.strip().toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public int compare(String a, String b) {
    Matcher x = parts(a);
    Matcher y = parts(b);
    int order = Digits.compare(digits(x, "epoch"), digits(y, "epoch"));
    if (order == 0) {
      order = releases(digits(x, "release").split("\\."), digits(y, "release").split("\\."));
    }
    if (order == 0) {
      order = Integer.compare(stage(x), stage(y));
    }
    if (order == 0) {
      order = Digits.compare(digits(x, "preNumber"), digits(y, "preNumber"));
    }
    if (order == 0) {
      order = posts(x, y);
    }
    if (order == 0) {
      order = developments(x, y);
    }
    return order != 0 ? order : locals(x.group("local"), y.group("local"));
  }

  private static Matcher parts(String version) {
    Matcher form = FORM.matcher(version.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("no version of Python: " + version);
    }
    return form;
  }

  private static String digits(Matcher parts, String name) {
    String found = parts.group(name);
    return found == null ? "" : found;
  }

  private static int releases(String[] a, String[] b) {
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order = Digits.compare(i < a.length ? a[i] : "", i < b.length ? b[i] : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** A development release of a release itself comes before every pre-release of it. */
  private static int stage(Matcher parts) {
    String word = parts.group("word");
    if (word == null) {
      boolean onlyDevelopment = parts.group("dev") != null && parts.group("post") == null;
      return onlyDevelopment ? -1 : 3;
    }
    return switch (word) {
      case "a", "alpha" -> 0;
      case "b", "beta" -> 1;
      default -> 2;
    };
  }

  private static int posts(Matcher a, Matcher b) {
    int order = Boolean.compare(a.group("post") != null, b.group("post") != null);
    return order != 0 ? order : Digits.compare(post(a), post(b));
  }

  private static String post(Matcher parts) {
    String implicit = digits(parts, "implicit");
    return implicit.isEmpty() ? digits(parts, "postNumber") : implicit;
  }

  private static int developments(Matcher a, Matcher b) {
    int order = Boolean.compare(b.group("dev") != null, a.group("dev") != null);
    return order != 0 ? order : Digits.compare(digits(a, "devNumber"), digits(b, "devNumber"));
  }

  /** None comes first; numbers are newer than words. */
  private static int locals(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    String[] x = a.split("[-_.]");
    String[] y = b.split("[-_.]");
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      boolean numberA = Digits.isNumber(x[i]);
      boolean numberB = Digits.isNumber(y[i]);
      int order;
      if (numberA && numberB) {
        order = Digits.compare(x[i], y[i]);
      } else {
        order = numberA == numberB ? x[i].compareTo(y[i]) : Boolean.compare(numberA, numberB);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(x.length, y.length);
  }
}
