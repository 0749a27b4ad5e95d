package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  private static Glob glob(String text) {
    return Glob.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abcd, false",
    "abc, xabc, false",
    "abc, ABC, false",
    "a*c, ac, true",
    "a*c, abbc, true",
    "a*c, abd, false",
    "*, '', true",
    "*, anything, true",
    "*, validation.gatekeeper.sh, true",
    "*, a/b, false",
    "**, a/b.c/d, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "a?c, a/c, false",
    "?, \ud83d\ude00, true",
    "??, \ud83d\ude00, false",
    // segments end at slashes
    "ServiceAccount:kube-system/*, ServiceAccount:kube-system/default, true",
    "ServiceAccount:kube-system/*, ServiceAccount:kube-system/a/b, false",
    "ServiceAccount:*/default, ServiceAccount:kube-system/default, true",
    "https://github.com/acme/*, https://github.com/acme/app, true",
    "https://github.com/acme/**, https://github.com/acme/app/.github/x, true",
    "a/**/z, a/z, false",
    "a/**/z, a/b/c/z, true",
    "**/z, a/b/z, true",
    "v1.*, v1.2.3, true",
    "kube-*, kube-system, true",
    "pkg:npm/left-pad@*, pkg:npm/left-pad@1.3.0, true",
    // host patterns: segments end at dots too
    "*.acme.io, www.acme.io, true",
    "*.acme.io, a.b.acme.io, false",
    "*.acme.io, acme.io, false",
    "*.acme.io, evil-acme.io, false",
    "*.acme.*, www.acme.co.uk, false",
    "*.?.io, a...io, false",
    "**.acme.io, a.b.acme.io, true",
    "*.acme.io/x, a.b.acme.io/x, true",
    // escapes
    "a\\*c, a*c, true",
    "a\\*c, abc, false",
    "a\\[0\\], a[0], true",
    "\\*.acme.io, *.acme.io, true",
  })
  void matches(String pattern, String text, boolean expected) {
    assertEquals(expected, glob(pattern).matches(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[ab]", "a[", "a]", "{a,b}", "}", "a\\"})
  void otherTextIsRefused(String text) {
    assertTrue(Glob.parse(text).isEmpty(), text);
  }

  @Test
  void longPatternsAreRefused() {
    assertTrue(Glob.parse("a".repeat(1000)).isPresent());
    assertTrue(Glob.parse("a".repeat(1001)).isEmpty());
  }

  /** Trying one way after the other would not end before the sun does. */
  @Test
  void adversarialPatternsStayCheap() {
    assertFalse(glob("*a".repeat(499) + "b").matches("a".repeat(5000)));
    assertFalse(glob("**a".repeat(333) + "b").matches("a".repeat(5000)));
    assertTrue(glob("*a".repeat(500)).matches("a".repeat(5000)));
  }

  @Test
  void equalityIsByText() {
    assertEquals(glob("a*"), glob("a*"));
    assertEquals(glob("a*").hashCode(), glob("a*").hashCode());
    assertNotEquals(glob("a*"), glob("a**"));
  }
}
