package dev.taffrail.compiler.schema;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of API versions: {@code v2}, {@code v1}, {@code v2beta1}, {@code v1alpha3}. */
public final class ApiVersions {
  private static final Pattern FORM = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

  /** Stable before beta before alpha; among these the highest number first. */
  public static final Comparator<String> NEWEST_STABLE_FIRST =
      Comparator.comparingInt(ApiVersions::stability)
          .thenComparing(version -> number(version, 1), Comparator.reverseOrder())
          .thenComparing(version -> number(version, 3), Comparator.reverseOrder());

  private ApiVersions() {}

  private static int stability(String version) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      return 3;
    }
    return form.group(2) == null ? 0 : form.group(2).equals("beta") ? 1 : 2;
  }

  private static int number(String version, int group) {
    Matcher form = FORM.matcher(version);
    return form.matches() && form.group(group) != null ? Integer.parseInt(form.group(group)) : 0;
  }
}
