package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPartsTest {
  @ParameterizedTest
  @CsvSource({
    // text, scheme, host, port, path
    "https://a.example, https, a.example, '', ''",
    "HTTPS://A.Example:8443/B?c=d#e, https, a.example, 8443, /B",
    "http://127.0.0.1:2379, http, 127.0.0.1, 2379, ''",
    "https://[2001:DB8::1]:6443/x, https, 2001:db8::1, 6443, /x",
    "unix:///var/run/kms.sock, unix, '', '', /var/run/kms.sock",
    "https://user:password@a.example/, https, a.example, '', /",
    "https://a.example?x=/y, https, a.example, '', ''",
    "a+b-c.1://h/p/q, a+b-c.1, h, '', /p/q",
    "https://under_score.example, https, under_score.example, '', ''",
  })
  void parts(String text, String scheme, String host, String port, String path) {
    UrlParts url = UrlParts.parse(text).orElseThrow();
    assertEquals(scheme, url.scheme());
    assertEquals(host, url.host().orElse(""));
    assertEquals(port, url.port().map(String::valueOf).orElse(""));
    assertEquals(path, url.path());
  }

  /** What different programs read differently must not be read at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example",
        "//a.example",
        "https:a.example",
        "https://",
        "https://:80/x",
        "1http://a",
        "https://a.example:0",
        "https://a.example:65536",
        "https://a.example:x",
        "https://a b.example",
        "https://a.example/b c",
        "https://evil.example\\@a.example/",
        "https://a@b@c/",
        "https://[::1",
        "https://a.example\n"
      })
  void otherTextIsRefused(String text) {
    assertTrue(UrlParts.parse(text).isEmpty(), text);
  }
}
