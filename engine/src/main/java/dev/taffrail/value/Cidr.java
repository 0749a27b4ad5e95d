package dev.taffrail.value;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses; its text is kept as written.
 *
 * <p>Bits behind the prefix do not count: {@code 10.1.2.3/8} is {@code 10.0.0.0/8}.
 *
 * @param network the first address
 * @param prefix how many leading bits all addresses share
 */
public record Cidr(Ip network, int prefix, String text) implements Value {
  private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty();
    }
    String address = text.substring(0, slash);
    int written = Integer.parseInt(text.substring(slash + 1));
    return Ip.parse(address).flatMap(ip -> range(ip, address, written, text));
  }

  private static Optional<Cidr> range(Ip ip, String address, int written, String text) {
    boolean mapped = !ip.isIpv6() && address.contains(":");
    int prefix = mapped ? written - 96 : written;
    if (prefix < 0 || prefix > ip.width()) {
      return Optional.empty();
    }
    int rest = ip.width() - prefix;
    BigInteger first = ip.bits().shiftRight(rest).shiftLeft(rest);
    var network = new Ip(ip.isIpv6(), first, "");
    return Optional.of(new Cidr(new Ip(ip.isIpv6(), first, network.canonical()), prefix, text));
  }

  public boolean isIpv6() {
    return network.isIpv6();
  }

  public boolean contains(Ip ip) {
    int rest = network.width() - prefix;
    return ip.isIpv6() == isIpv6()
        && ip.bits().shiftRight(rest).equals(network.bits().shiftRight(rest));
  }

  /** Whether every address of the other is in this one. */
  public boolean contains(Cidr other) {
    return prefix <= other.prefix && contains(other.network);
  }

  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** The one form in which equal ranges are equal texts. */
  public String canonical() {
    return network.canonical() + "/" + prefix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr that && prefix == that.prefix && network.equals(that.network);
  }

  @Override
  public int hashCode() {
    return network.hashCode() * 31 + prefix;
  }
}
