package dev.taffrail.value;

import java.util.regex.Pattern;

/** The form of label keys and values. */
public final class Labels {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PREFIX = 253;

  private Labels() {}

  /** A name, or the name of a domain, a slash and a name. */
  public static boolean isKey(String text) {
    int slash = text.indexOf('/');
    return isName(text.substring(slash + 1)) && (slash < 0 || isDomain(text.substring(0, slash)));
  }

  public static boolean isValue(String text) {
    return text.isEmpty() || isName(text);
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
  }

  private static boolean isDomain(String text) {
    if (text.length() > LONGEST_PREFIX) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (!DNS_LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }
}
