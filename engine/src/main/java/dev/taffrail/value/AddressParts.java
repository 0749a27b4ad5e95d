package dev.taffrail.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that components listen on, {@code 127.0.0.1:10249}, taken apart.
 *
 * @param host in lower case, IPv6 addresses without brackets; empty where every address is meant
 * @param text as written
 */
public record AddressParts(String host, Optional<Integer> port, String text) {
  private static final int MOST_PORT = 65_535;
  private static final int LONGEST = 260;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[(?<six>[0-9A-Fa-f:.]+)\\]|(?<name>[A-Za-z0-9._-]*))(?::(?<port>[0-9]{1,5}))?");

  /** Takes it apart; an IPv6 address may stand without brackets if no port follows. */
  public static Optional<AddressParts> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    if (Ip.parse(text).isPresent()) {
      return Optional.of(new AddressParts(text.toLowerCase(Locale.ROOT), Optional.empty(), text));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String six = form.group("six");
    if (six != null && Ip.parse(six).filter(Ip::isIpv6).isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> port = Optional.ofNullable(form.group("port")).map(Integer::valueOf);
    if (port.filter(number -> number > MOST_PORT).isPresent()) {
      return Optional.empty();
    }
    String host = six == null ? form.group("name") : six;
    return Optional.of(new AddressParts(host.toLowerCase(Locale.ROOT), port, text));
  }
}
