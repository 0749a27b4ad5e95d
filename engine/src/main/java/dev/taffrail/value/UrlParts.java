package dev.taffrail.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with a scheme, {@code https://host:443/path?query}, taken apart.
 *
 * @param scheme in lower case
 * @param host in lower case, IPv6 addresses without brackets; empty if there is none
 */
public record UrlParts(String scheme, Optional<String> host, Optional<Integer> port, String path) {
  private static final int LONGEST = 8192;

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*)://"
              + "(?:[^/?#@\\s\\[\\]\\\\]*+@)?"
              + "(?:\\[([0-9A-Fa-f:.]+)\\]|([^/?#@:\\s\\[\\]\\\\]*+))"
              + "(?::([0-9]{1,5}))?"
              + "(/[^?#\\s]*+)?(?:\\?[^#\\s]*+)?(?:#\\S*+)?");

  /** Takes it apart; empty if it has no scheme and no host or path. */
  public static Optional<UrlParts> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      return Optional.empty();
    }
    String host = form.group(2) == null ? form.group(3) : form.group(2);
    Optional<Integer> port = Optional.ofNullable(form.group(4)).map(Integer::valueOf);
    String path = form.group(5) == null ? "" : form.group(5);
    boolean nothing = host.isEmpty() && (path.isEmpty() || port.isPresent());
    if (nothing || port.filter(number -> number < 1 || number > 65_535).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new UrlParts(
            form.group(1).toLowerCase(Locale.ROOT),
            Optional.of(host.toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty()),
            port,
            path));
  }
}
