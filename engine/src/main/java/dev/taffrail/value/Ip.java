package dev.taffrail.value;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address; its text is kept as written.
 *
 * <p>IPv4 addresses written as IPv6 ({@code ::ffff:10.0.0.1}) are the IPv4 address, so that they do
 * not slip past a rule on IPv4 ranges. Zones, and leading zeros that some programs read as octal,
 * are not accepted.
 *
 * @param bits the address as a number of 32 or 128 bits
 */
public record Ip(boolean isIpv6, BigInteger bits, String text) implements Value {
  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

  public static Optional<Ip> parse(String text) {
    if (text.contains(":")) {
      return IpText.parse6(text).map(bits -> unmapped(bits, text));
    }
    return IpText.parse4(text).map(bits -> new Ip(false, bits, text));
  }

  private static Ip unmapped(BigInteger bits, String text) {
    return bits.shiftRight(32).equals(MAPPED)
        ? new Ip(false, BigInteger.valueOf(bits.intValue() & 0xffff_ffffL), text)
        : new Ip(true, bits, text);
  }

  /** 32 or 128. */
  public int width() {
    return isIpv6 ? 128 : 32;
  }

  /** The one form in which equal addresses are equal texts, see RFC 5952. */
  public String canonical() {
    return isIpv6 ? IpText.write6(bits) : IpText.write4(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ip that && isIpv6 == that.isIpv6 && bits.equals(that.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }
}
