package dev.taffrail.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The written forms of addresses; never asks a name server, unlike the JDK's parser. */
final class IpText {
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  /** No IPv6 address is longer; keeps hostile texts cheap. */
  private static final int LONGEST = 45;

  private IpText() {}

  static Optional<BigInteger> parse4(String text) {
    String[] octets = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
    if (octets.length != 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return Optional.empty();
      }
      bits = bits << 8 | Integer.parseInt(octet);
    }
    return Optional.of(BigInteger.valueOf(bits));
  }

  static Optional<BigInteger> parse6(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true).filter(groups -> groups.size() == 8).map(IpText::number);
    }
    var before = groups(text.substring(0, gap), false);
    var after = groups(text.substring(gap + 2), true);
    if (before.isEmpty() || after.isEmpty() || before.get().size() + after.get().size() > 7) {
      return Optional.empty();
    }
    var all = new ArrayList<>(before.get());
    while (all.size() + after.get().size() < 8) {
      all.add(0);
    }
    all.addAll(after.get());
    return Optional.of(number(all));
  }

  /**
   * The 16-bit groups of one side of the gap.
   *
   * @param last the text ends the address, so it may end in the form of IPv4
   */
  private static Optional<List<Integer>> groups(String text, boolean last) {
    var groups = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (GROUP.matcher(parts[i]).matches()) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        Optional<BigInteger> tail =
            last && i == parts.length - 1 ? parse4(parts[i]) : Optional.empty();
        if (tail.isEmpty()) {
          return Optional.empty();
        }
        groups.add(tail.get().shiftRight(16).intValue());
        groups.add(tail.get().intValue() & 0xffff);
      }
    }
    return Optional.of(groups);
  }

  private static BigInteger number(List<Integer> groups) {
    var bits = BigInteger.ZERO;
    for (int group : groups) {
      bits = bits.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return bits;
  }

  static String write4(BigInteger bits) {
    long number = bits.longValueExact();
    return (number >> 24)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }

  /** Lower case, and the first longest run of at least two zero groups becomes {@code ::}. */
  static String write6(BigInteger bits) {
    var groups = new ArrayList<Integer>();
    for (int shift = 112; shift >= 0; shift -= 16) {
      groups.add(bits.shiftRight(shift).intValue() & 0xffff);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups.get(end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    if (length < 2) {
      return hex(groups);
    }
    return hex(groups.subList(0, start)) + "::" + hex(groups.subList(start + length, 8));
  }

  private static String hex(List<Integer> groups) {
    return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
  }
}
