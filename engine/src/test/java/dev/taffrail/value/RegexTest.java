package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  private static RegexValue regex(String text) {
    return RegexValue.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @Test
  void matchesTheWholeTextOrFindsAPart() {
    assertTrue(regex("a+").matches("aaa"));
    assertFalse(regex("a+").matches("baaa"));
    assertFalse(regex("a|ab").matches("abc"));
    assertTrue(regex("a|ab").matches("ab"));
    assertTrue(regex("a+").find("baaa"));
    assertFalse(regex("^a+").find("baaa"));
    assertFalse(regex("a.b").matches("a\nb"));
    assertFalse(regex("a").matches("a\n"));
  }

  @Test
  void equalityIsByText() {
    assertEquals(regex("a+"), regex("a+"));
    assertEquals(regex("a+").hashCode(), regex("a+").hashCode());
    assertNotEquals(regex("a+"), regex("aa*"));
  }

  @ParameterizedTest
  @CsvSource({
    "'(', missing closing ) at `(`",
    "'[a', missing closing ] at `[a`",
    "'a**', invalid nested repetition operator at `**`",
    "'(?=a)', invalid or unsupported Perl syntax at `(?=`",
    "'(a)\\1', invalid escape sequence at `\\1`",
    "'a{1001}', invalid repeat count at `{1001}`",
  })
  void brokenOnesSayWhy(String text, String problem) {
    assertEquals(Optional.of(problem), RegexValue.problem(text));
    assertTrue(RegexValue.parse(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "(((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9})",
        "((a{500,}){500,})",
        "[a-z0-9]{1000}[a-z0-9]{1000}[a-z0-9]{1000}[a-z0-9]{1000}[a-z0-9]{1000}[a-z0-9]{1000}",
        "(\\Qabcdefghij\\E{900}){10}",
      })
  void largeOnesAreRefusedBeforeTheyAreBuilt(String text) {
    assertEquals(Optional.of("it is too large, repetitions counted"), RegexValue.problem(text));
  }

  @Test
  void longAndDeepOnesAreRefused() {
    var problem = Optional.of("it is too large, repetitions counted");
    assertEquals(problem, RegexValue.problem("a".repeat(6000)));
    assertEquals(problem, RegexValue.problem("(".repeat(100_000)));
    assertEquals(problem, RegexValue.problem("(".repeat(1000) + ")".repeat(1000)));
    assertEquals(problem, RegexValue.problem("a".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*",
        "[]a{999999999}]{2}",
        "[^]{9}{9}]{2}",
        "[[:alpha:]{1000}]{1000}",
        "a{,1000}b{x}{1000}",
        "\\{1000}{2}",
        "\\Q{1000}(((\\E",
        "(?i)(?P<name>x{1,1000})",
      })
  void bracesThatRepeatNothingDoNotCount(String text) {
    assertEquals(Optional.empty(), RegexValue.problem(text));
  }

  @Test
  void timeIsLinear() {
    assertFalse(regex("(a*)*b").matches("a".repeat(50_000)));
    assertFalse(regex("(a|aa)+b").find("a".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)\u1C80",
        "(?i)[\u1C88]",
        "(?i)\\x{1C84}",
        "(?i)[a-\\x{FFFF}]",
        "(?s-i)x(?mi:[\\x41-\u2000])",
        "(?i)\\Q\u1C81\\E",
        "(?i)[\\a-\u1C80]",
      })
  void lettersThatTheLibraryNeverFinishesFoldingAreRefused(String text) {
    assertEquals(
        Optional.of("letters from U+1C80 to U+1C88 cannot be compared without case"),
        RegexValue.problem(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u1C80",
        "[a-\\x{FFFF}]",
        "(?i)[a-z\\x{FF}-\\x{FFF}]",
        "(?i)\\w-\\PL",
        "(?s)[i-\u2000]",
      })
  void theSameLettersAreFineWithTheirCase(String text) {
    assertEquals(Optional.empty(), RegexValue.problem(text));
  }

  /** Ends only if the letters that are refused are all there are in this version of Java. */
  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void noOtherCharacterIsFoldedWithoutEnd() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isLetter(c)) {
        RegexValue.problem("(?i)\\x{%x}".formatted(c));
      }
    }
  }
}
