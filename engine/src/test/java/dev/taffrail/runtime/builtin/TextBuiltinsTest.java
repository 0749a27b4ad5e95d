package dev.taffrail.runtime.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBuiltinsTest {
  private static final CallContext CONTEXT =
      new CallContext(
          new FieldReader((rule, holder, reader) -> Value.absent()), SchemaCatalog.newest());

  private static Value call(String name, Value... arguments) {
    return Builtins.ofTheLanguage().stream()
        .filter(b -> b.signature().receiver().isEmpty() && b.signature().name().equals(name))
        .findFirst()
        .orElseThrow()
        .code()
        .call(java.util.List.of(arguments), CONTEXT);
  }

  private static Value word(String text) {
    return new Value.Text(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 0",
    "aaaa, 0",
    "ab, 1",
    "aabb, 1",
    "aab, 0.918",
    "abc, 1.585",
    "abcd, 2",
    "aabc, 1.5",
    "password, 2.75",
    "AKIAIOSFODNN7EXAMPLE, 3.684",
    "ääöö, 1",
    "0123456789abcdef, 4",
  })
  void entropy(String text, BigDecimal bits) {
    assertEquals(0, bits.compareTo(Entropy.of(text)), () -> Entropy.of(text).toPlainString());
  }

  /** 16 characters whose entropy is 1.0625 + 0.5 x 2^-4 and the like: exact halves go to even. */
  @Test
  void tiesAreExact() {
    String text = "a".repeat(8) + "b".repeat(4) + "c".repeat(2) + "d" + "e";
    assertEquals(new BigDecimal("1.875"), Entropy.of(text));
    String tie = "a".repeat(16) + "b".repeat(8) + "c".repeat(4) + "d".repeat(2) + "ef";
    assertEquals(new BigDecimal("1.938"), Entropy.of(tie), "1.9375 exactly");
  }

  @Property(tries = 300)
  void entropyIsNearTheFloatingPointOne(
      @ForAll @CharRange(from = 'a', to = 'h') @StringLength(min = 1, max = 300) String text) {
    double expected = 0;
    for (char c = 'a'; c <= 'h'; c++) {
      char wanted = c;
      double share = (double) text.chars().filter(x -> x == wanted).count() / text.length();
      expected -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
    }
    assertEquals(expected, Entropy.of(text).doubleValue(), 0.000_500_001);
  }

  @ParameterizedTest
  @CsvSource({
    "g00gle, google",
    "rnicrosoft, microsoft",
    "paypa1, paypal",
    "раураl, paypal",
    "Ｎginx, nginx",
    "nɡinx, nginx",
    "é, e",
    "I, l",
    "'a\u200bb', ab",
    "arn0ld, amold",
    "über, uber",
    "'', ''",
    "1, l",
    "日本, 日本",
  })
  void skeletons(String text, String skeleton) {
    assertEquals(skeleton, Lookalikes.skeleton(text));
  }

  @Property(tries = 500)
  void skeletonsOfAsciiStay(@ForAll @CharRange(from = ' ', to = '~') String text) {
    String skeleton = Lookalikes.skeleton(text);
    assertTrue(skeleton.matches("[^A-Z01|]*"), skeleton);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "kitten, sitting, 3",
    "flaw, lawn, 2",
    "nginx, ngimx, 1",
    "ab, ba, 2",
    "😀a, 😀b, 1",
  })
  void distances(String a, String b, int distance) {
    assertEquals(distance, Lookalikes.distance(a, b));
    assertEquals(distance, Lookalikes.distance(b, a));
  }

  @Property(tries = 300)
  void distanceIsAMetric(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String a,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String b,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String c) {
    int direct = Lookalikes.distance(a, b);
    assertEquals(a.equals(b), direct == 0);
    assertEquals(direct, Lookalikes.distance(b, a));
    assertTrue(direct <= Lookalikes.distance(a, c) + Lookalikes.distance(c, b));
  }

  @Test
  void longTextsHaveNoDistance() {
    Value longest = word("a".repeat(256));
    assertEquals(new Value.Int(255), call("text.editDistance", longest, word("a")));
    var error =
        assertThrows(
            EvaluationError.class,
            () -> call("text.editDistance", word("a"), word("a".repeat(257))));
    assertEquals(ErrorCode.LIMIT, error.code());
    assertEquals("texts are compared up to 256 characters, but this has 257", error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, nginx, 1, false",
    "nginx, ngimx, 1, true",
    "nginx, ngimx, 0, false",
    "nginx, nqimx, 1, false",
    "g00gle, google, 0, true",
    "Google, google, 0, true",
    "a, b, -1, false",
  })
  void lookalikes(String a, String b, long distance, boolean alike) {
    assertEquals(
        Value.Bool.of(alike), call("text.lookalike", word(a), word(b), new Value.Int(distance)));
  }

  @Test
  void capturesAreThoseOfTheWholeText() {
    Value pattern = RegexValue.parse("(?P<a>x+)(?P<b>y)?(z)").orElseThrow();
    assertEquals(
        MapValue.of(Map.of(word("a"), word("xx"))), call("text.captures", word("xxz"), pattern));
    assertEquals(
        MapValue.of(Map.of(word("a"), word("x"), word("b"), word("y"))),
        call("text.captures", word("xyz"), pattern));
    assertEquals(MapValue.of(Map.of()), call("text.captures", word("axxz"), pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "'', semver, `` is no version of `semver`",
    "1.0, semver, `1.0` is no version of `semver`",
  })
  void malformedVersions(String version, String scheme, String message) {
    var member =
        dev.taffrail.compiler.type.NativeTypes.member(
            dev.taffrail.compiler.type.NativeTypes.VERSION_SCHEME, scheme);
    var error =
        assertThrows(
            EvaluationError.class,
            () -> call("versions.compare", word("1.0.0"), word(version), member));
    assertEquals(ErrorCode.MALFORMED, error.code());
    assertEquals(message, error.getMessage());
  }

  @Test
  void longVersionsAreNotCompared() {
    var member =
        dev.taffrail.compiler.type.NativeTypes.member(
            dev.taffrail.compiler.type.NativeTypes.VERSION_SCHEME, "generic");
    var error =
        assertThrows(
            EvaluationError.class,
            () -> call("versions.compare", word("1".repeat(257)), word("1"), member));
    assertEquals(ErrorCode.LIMIT, error.code());
  }
}
