package dev.taffrail.compiler.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.value.ValuePrinter;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // type | text | printed as a literal
        "STRING | '' | '\"\"'",
        "STRING | a b | '\"a b\"'",
        "BOOL | true | true",
        "BOOL | false | false",
        "INT | -42 | -42",
        "INT | +7 | 7",
        "INT | 9223372036854775807 | 9223372036854775807",
        "DECIMAL | 1.50 | 1.5",
        "DECIMAL | -3 | -3",
        "PORT | 1 | 1",
        "PORT | 65535 | 65535",
        "BYTES | '' | (0 bytes)",
        "BYTES | aGk= | (2 bytes)",
        "QUANTITY | 2Gi | 2Gi",
        "DURATION | 1h30m | 1h30min",
        "INSTANT | 2026-12-31T10:00:00Z | 2026-12-31T10:00:00Z",
        "DATE | 2026-12-31 | 2026-12-31",
        "PERCENT | 80% | 80%",
        "SEMVER | v1.29.0 | 'semver\"v1.29.0\"'",
        "IP | ::1 | 'ip\"::1\"'",
        "CIDR | 10.0.0.0/8 | 'cidr\"10.0.0.0/8\"'",
        "INT_OR_STRING | 80 | 80",
        "INT_OR_STRING | http | '\"http\"'",
        "IMAGE_REF | nginx:1 | 'image\"nginx:1\"'",
        "IMAGE_PREFIX | ghcr.io/ | '\"ghcr.io/\"'",
        "CAPABILITY | NET_RAW | '\"NET_RAW\"'",
        "CAPABILITY | anything | '\"anything\"'",
        "LABEL_KEY | a.b/c | '\"a.b/c\"'",
        "SELECTOR | a=b | 'selector\"a=b\"'",
        "REGEX | a+ | 're\"a+\"'",
        "GLOB | a* | 'glob\"a*\"'",
        "PATH | a[*] | 'path\"a[*]\"'",
        "UNIX_PATH | //etc/../etc/ | '\"/etc\"'",
        "URL | https://a.example | '\"https://a.example\"'",
      })
  void reads(Type.Scalar type, String text, String literal) {
    assertEquals(Optional.of(literal), Texts.parse(type, text).map(ValuePrinter::literal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOOL | True",
        "BOOL | yes",
        "INT | 9223372036854775808",
        "INT | 1.0",
        "INT | ''",
        "INT | ' 1'",
        "INT | １",
        "DECIMAL | 1e3",
        "DECIMAL | .5",
        "PORT | 0",
        "PORT | 65536",
        "PORT | http",
        "BYTES | aGk",
        "BYTES | a-k=",
        "BYTES | a===",
        "QUANTITY | 2GB",
        "DURATION | 5min",
        "DURATION | 7d",
        "INSTANT | 2026-12-31",
        "DATE | 31.12.2026",
        "PERCENT | 80",
        "SEMVER | latest",
        "IP | localhost",
        "CIDR | 10.0.0.0",
        "IMAGE_REF | Nginx",
        "IMAGE_PREFIX | ghcr.io/*",
        "DIGEST | sha256:00",
        "CAPABILITY | ''",
        "LABEL_KEY | a b",
        "SELECTOR | a=b=c",
        "REGEX | (",
        "GLOB | [a]",
        "PATH | a..b",
        "UNIX_PATH | ''",
        "URL | a.example",
        "JSON | {}",
        "ANY | {}",
        "UNKNOWN | x",
      })
  void refuses(Type.Scalar type, String text) {
    assertEquals(Optional.empty(), Texts.parse(type, text));
  }

  @Test
  void digests() {
    assertTrue(Texts.parse(Type.Scalar.DIGEST, "sha256:" + "0a".repeat(32)).isPresent());
  }

  @Test
  void base64MayHaveLineEnds() {
    assertTrue(Texts.base64("aG\r\nk=\n").isPresent());
    assertFalse(Texts.base64("aG k=").isPresent());
  }

  /** The words stand in `x must be …`, so they must differ and end without a full stop. */
  @Test
  void everyTypeIsDescribed() {
    var seen = new HashSet<String>();
    for (Type.Scalar type : Type.Scalar.values()) {
      String words = Texts.describe(type);
      assertFalse(words.isEmpty() || words.endsWith("."), words);
      assertTrue(seen.add(words) || type == Type.Scalar.INT_OR_STRING, words);
    }
  }

  /** What is given as an example must be one. */
  @Test
  void examplesInDescriptionsAreAccepted() {
    var example = Pattern.compile("such as `([^`]+)`(?: or `([^`]+)`)?");
    int checked = 0;
    for (Type.Scalar type : Type.Scalar.values()) {
      var found = example.matcher(Texts.describe(type));
      if (found.find() && type != Type.Scalar.DIGEST) {
        assertTrue(Texts.parse(type, found.group(1)).isPresent(), found.group());
        assertTrue(
            found.group(2) == null || Texts.parse(type, found.group(2)).isPresent(), found.group());
        checked++;
      }
    }
    assertEquals(23, checked);
  }
}
