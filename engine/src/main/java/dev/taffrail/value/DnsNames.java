package dev.taffrail.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** DNS names, in lower case and without the dot at the end; the first label may be {@code *}. */
public final class DnsNames {
  private static final int LONGEST = 253;
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern FORM = Pattern.compile("(?:\\*|%1$s)(?:\\.%1$s)*".formatted(LABEL));

  private DnsNames() {}

  /** The one form in which equal names are equal texts. */
  public static Optional<String> read(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST && FORM.matcher(lower).matches()
        ? Optional.of(lower)
        : Optional.empty();
  }

  /** Whether a name is another one, or has {@code *} in the place of its first label. */
  public static boolean covers(String name, String other) {
    if (name.equals(other)) {
      return true;
    }
    int dot = other.indexOf('.');
    return name.startsWith("*.") && dot >= 0 && name.substring(1).equals(other.substring(dot));
  }
}
