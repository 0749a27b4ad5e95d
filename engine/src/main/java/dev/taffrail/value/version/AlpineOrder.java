package dev.taffrail.value.version;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Alpine: numbers with dots, a letter, suffixes such as {@code _rc1} or {@code _p2}, and a build
 * {@code -r3}; a commit hash does not count.
 *
 * <p>Every number but the first one that starts with a zero is compared like a fraction, as text.
 */
final class AlpineOrder implements VersionOrder {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]+(?:\\.[0-9]+)*)([a-z]?)"
              + "((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)[0-9]*)*)"
              + "(?:~[0-9a-f]+)?(?:-r([0-9]+))?");

  private static final Pattern SUFFIX = Pattern.compile("_([a-z]+)([0-9]*)");

  /** Those before the bar make a version older than the one without them, the rest newer. */
  private static final List<String> SUFFIXES =
      List.of("alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p");

  @Override
  public boolean accepts(String version) {
    return FORM.matcher(version).matches();
  }

  @Override
  public int compare(String a, String b) {
    Matcher x = parts(a);
    Matcher y = parts(b);
    int order = numbers(x.group(1).split("\\."), y.group(1).split("\\."));
    if (order == 0) {
      order = x.group(2).compareTo(y.group(2));
    }
    if (order == 0) {
      order = suffixes(x.group(3), y.group(3));
    }
    return order != 0 ? order : Digits.compare(orZero(x.group(4)), orZero(y.group(4)));
  }

  private static Matcher parts(String version) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new IllegalArgumentException("no version of Alpine: " + version);
    }
    return form;
  }

  private static String orZero(@Nullable String digits) {
    return digits == null ? "" : digits;
  }

  private static int numbers(String[] a, String[] b) {
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      boolean fraction = i > 0 && (a[i].startsWith("0") || b[i].startsWith("0"));
      int order = fraction ? a[i].compareTo(b[i]) : Digits.compare(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int suffixes(String a, String b) {
    Matcher x = SUFFIX.matcher(a);
    Matcher y = SUFFIX.matcher(b);
    while (true) {
      boolean moreA = x.find();
      boolean moreB = y.find();
      if (!moreA && !moreB) {
        return 0;
      }
      int rankA = SUFFIXES.indexOf(moreA ? x.group(1) : "");
      int rankB = SUFFIXES.indexOf(moreB ? y.group(1) : "");
      int order = Integer.compare(rankA, rankB);
      if (order == 0) {
        order = Digits.compare(x.group(2), y.group(2));
      }
      if (order != 0) {
        return order;
      }
    }
  }
}
