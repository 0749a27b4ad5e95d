package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DNS names, listening addresses, file modes and time zones. */
class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "WWW.Example.ORG., www.example.org",
    "*.example.org, *.example.org",
    "*, *",
    "localhost, localhost",
    "_sip._tcp.example.org, _sip._tcp.example.org",
    "10.0.0.1, 10.0.0.1",
    "xn--bcher-kva.example, xn--bcher-kva.example",
  })
  void dnsNames(String text, String name) {
    assertEquals(Optional.of(name), DnsNames.read(text));
    assertEquals(Optional.of(name), DnsNames.read(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a..b",
        "-a.b",
        "a-.b",
        "a.*.b",
        "w*.a",
        "**.a",
        "a b",
        "bücher.example",
        "a.b/c",
        "a:80"
      })
  void noDnsNames(String text) {
    assertTrue(DnsNames.read(text).isEmpty());
  }

  @Test
  void dnsNamesAreBounded() {
    assertTrue(DnsNames.read("a".repeat(63)).isPresent());
    assertTrue(DnsNames.read("a".repeat(64)).isEmpty());
    String longest = "a.".repeat(126) + "a";
    assertEquals(253, longest.length());
    assertTrue(DnsNames.read(longest).isPresent());
    assertTrue(DnsNames.read("b" + longest).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.org, a.example.org, true",
    "*.example.org, a.example.org, true",
    "*.example.org, *.example.org, true",
    "*.example.org, b.a.example.org, false",
    "*.example.org, example.org, false",
    "*.example.org, aexample.org, false",
    "a.example.org, *.example.org, false",
    "*, a, false",
    "*, *, true",
  })
  void covers(String name, String other, boolean covers) {
    assertEquals(covers, DnsNames.covers(name, other));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:10249, 127.0.0.1, 10249",
    "'[::1]:80', ::1, 80",
    "'[::1]', ::1, ",
    "::1, ::1, ",
    "0.0.0.0, 0.0.0.0, ",
    ":8080, '', 8080",
    "Localhost:0, localhost, 0",
    "node-1.example:65535, node-1.example, 65535",
  })
  void addresses(String text, String host, Integer port) {
    AddressParts parts = AddressParts.parse(text).orElseThrow(() -> new AssertionError(text));
    assertEquals(host, parts.host());
    assertEquals(Optional.ofNullable(port), parts.port());
    assertEquals(text, parts.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a:b", "a:65536", "a:1:2", "[a]:1", "[127.0.0.1]:1", "http://a", "a b", "a/b"})
  void noAddresses(String text) {
    assertTrue(AddressParts.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"600, 0600", "0600, 0600", "0o600, 0600", "0, 0000", "01777, 1777", "7777, 7777"})
  void fileModes(String text, String mode) {
    assertEquals(Optional.of(mode), FileModes.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "rw-r--r--", "10000", "000600", "-600", "0o"})
  void noFileModes(String text) {
    assertTrue(FileModes.read(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0600, 0600, true",
    "0400, 0600, true",
    "0640, 0600, false",
    "0000, 0000, true",
    "4600, 0777, false",
  })
  void within(String mode, String most, boolean within) {
    assertEquals(within, FileModes.within(mode, most));
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin, true", "UTC, true", "+02:00, false", "Berlin, false", "'', false"})
  void timeZones(String text, boolean zone) {
    assertEquals(zone, TimeZones.isZone(text));
  }
}
