package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static Ip ip(String text) {
    return Ip.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  private static Cidr cidr(String text) {
    return Cidr.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0, false",
    "10.1.2.3, 10.1.2.3, false",
    "255.255.255.255, 255.255.255.255, false",
    "::, ::, true",
    "::1, ::1, true",
    "1::, 1::, true",
    "2001:DB8::0:1, 2001:db8::1, true",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1, true",
    "2001:0db8:0000:0000:0000:ff00:0042:8329, 2001:db8::ff00:42:8329, true",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1, true",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3, true",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, true",
    "fe80::a, fe80::a, true",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221, true",
    "::ffff:10.0.0.1, 10.0.0.1, false",
    "::ffff:a00:1, 10.0.0.1, false",
    "::10.0.0.1, ::a00:1, true",
  })
  void addresses(String text, String canonical, boolean isIpv6) {
    assertEquals(canonical, ip(text).canonical());
    assertEquals(isIpv6, ip(text).isIpv6());
    assertEquals(text, ip(text).text());
    assertEquals(ip(text), ip(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4 ",
        "1.2.3.",
        ".1.2.3",
        "a.b.c.d",
        "0x7f.0.0.1",
        "2130706433",
        "localhost",
        "example.org",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::12345",
        "::g",
        "fe80::1%eth0",
        "[::1]",
        "1.2.3.4::",
        "::1.2.3",
        "::1.2.3.256",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::ffff:01.2.3.4",
        "１.2.3.4"
      })
  void otherTextIsNoAddress(String text) {
    assertTrue(Ip.parse(text).isEmpty(), text);
  }

  @Test
  void randomAddressesAgreeWithTheJdk() throws UnknownHostException {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
      random.nextBytes(bytes);
      if (bytes.length == 16) {
        for (int j = 0; j < 16; j++) {
          bytes[j] = random.nextInt(3) == 0 ? bytes[j] : 0;
        }
      }
      InetAddress expected = InetAddress.getByAddress(bytes);
      Ip read = ip(expected.getHostAddress());
      assertEquals(new BigInteger(1, bytes), read.bits(), expected.toString());
      assertEquals(expected, InetAddress.getByName(read.canonical()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8, 8, false",
    "10.1.2.3/8, 10.0.0.0/8, 8, false",
    "0.0.0.0/0, 0.0.0.0/0, 0, false",
    "1.2.3.4/32, 1.2.3.4/32, 32, false",
    "::/0, ::/0, 0, true",
    "2001:DB8::1/32, 2001:db8::/32, 32, true",
    "::1/128, ::1/128, 128, true",
    "::ffff:10.0.0.0/104, 10.0.0.0/8, 8, false",
  })
  void ranges(String text, String canonical, int prefix, boolean isIpv6) {
    assertEquals(canonical, cidr(text).canonical());
    assertEquals(prefix, cidr(text).prefix());
    assertEquals(isIpv6, cidr(text).isIpv6());
    assertEquals(text, cidr(text).text());
    assertEquals(cidr(canonical), cidr(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "::/129",
        "::1%lo/64",
        "/8",
        "10.0.0.0/8 ",
        "::ffff:10.0.0.0/8",
        "10.0.0.0/255.0.0.0"
      })
  void otherTextIsNoRange(String text) {
    assertTrue(Cidr.parse(text).isEmpty(), text);
  }

  @Test
  void contains() {
    assertTrue(cidr("10.0.0.0/8").contains(ip("10.255.255.255")));
    assertFalse(cidr("10.0.0.0/8").contains(ip("11.0.0.0")));
    assertTrue(cidr("10.0.0.0/8").contains(ip("::ffff:10.0.0.1")));
    assertFalse(cidr("::/0").contains(ip("10.0.0.1")));
    assertFalse(cidr("0.0.0.0/0").contains(ip("::1")));
    assertTrue(cidr("fe80::/10").contains(ip("febf::1")));
    assertTrue(cidr("10.0.0.0/8").contains(cidr("10.2.0.0/16")));
    assertTrue(cidr("10.0.0.0/8").contains(cidr("10.0.0.0/8")));
    assertFalse(cidr("10.2.0.0/16").contains(cidr("10.0.0.0/8")));
  }

  @Test
  void overlaps() {
    assertTrue(cidr("10.2.0.0/16").overlaps(cidr("10.0.0.0/8")));
    assertTrue(cidr("10.0.0.0/8").overlaps(cidr("10.2.0.0/16")));
    assertFalse(cidr("10.0.0.0/9").overlaps(cidr("10.128.0.0/9")));
    assertFalse(cidr("0.0.0.0/0").overlaps(cidr("::/0")));
  }

  @Test
  void rangesOfDifferentLengthDiffer() {
    assertNotEquals(cidr("10.0.0.0/8"), cidr("10.0.0.0/9"));
  }
}
