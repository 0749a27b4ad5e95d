package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuePrinterTest {
  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value whole(long number) {
    return new Value.Int(number);
  }

  private static Value record() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("name", text("a"));
    fields.put("tag", Value.absent());
    fields.put("size", whole(1));
    return new RecordValue(fields);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(Value.absent(), "(unset)", "(unset)"),
        Arguments.of(Value.Bool.TRUE, "true", "true"),
        Arguments.of(whole(-3), "-3", "-3"),
        Arguments.of(new Value.Decimal(new BigDecimal("1.50")), "1.5", "1.5"),
        Arguments.of(new Value.Decimal(new BigDecimal("1e3")), "1000", "1000"),
        Arguments.of(new Value.Decimal(new BigDecimal("0.000")), "0", "0"),
        Arguments.of(text("a\"b\\c\n{d}"), "a\"b\\c\n{d}", "\"a\\\"b\\\\c\\n{{d}}\""),
        Arguments.of(text("a\u202eb\u0000"), "a\u202eb\u0000", "\"a\\u{202e}b\\u{0}\""),
        Arguments.of(new BytesValue(new byte[] {1, 2}), "(2 bytes)", "(2 bytes)"),
        Arguments.of(Quantity.parse("1.5Gi").orElseThrow(), "1.5Gi", "1.5Gi"),
        Arguments.of(Quantity.parse("1e3").orElseThrow(), "1e3", "\"1e3\""),
        Arguments.of(DurationValue.parse("90min").orElseThrow(), "1h30min", "1h30min"),
        Arguments.of(
            InstantValue.parse("2026-12-31T10:00Z").orElseThrow(),
            "2026-12-31T10:00:00Z",
            "2026-12-31T10:00:00Z"),
        Arguments.of(new DateValue(LocalDate.of(2026, 1, 2)), "2026-01-02", "2026-01-02"),
        Arguments.of(Percent.parse("80%").orElseThrow(), "80%", "80%"),
        Arguments.of(SemVer.parse("v1.29.3").orElseThrow(), "v1.29.3", "semver\"v1.29.3\""),
        Arguments.of(Ip.parse("::1").orElseThrow(), "::1", "ip\"::1\""),
        Arguments.of(Cidr.parse("10.0.0.0/8").orElseThrow(), "10.0.0.0/8", "cidr\"10.0.0.0/8\""),
        Arguments.of(IntOrString.of("80"), "80", "80"),
        Arguments.of(IntOrString.of("http"), "http", "\"http\""),
        Arguments.of(ImageRef.parse("nginx:1").orElseThrow(), "nginx:1", "image\"nginx:1\""),
        Arguments.of(ImagePrefix.parse("ghcr.io/a/").orElseThrow(), "ghcr.io/a/", "\"ghcr.io/a/\""),
        Arguments.of(RegexValue.parse("a\\d").orElseThrow(), "a\\d", "re\"a\\d\""),
        Arguments.of(RegexValue.parse("\"").orElseThrow(), "\"", "re\"\"\"\"\"\"\""),
        Arguments.of(Glob.parse("*.io").orElseThrow(), "*.io", "glob\"*.io\""),
        Arguments.of(Selector.parse("a=b").orElseThrow(), "a=b", "selector\"a=b\""),
        Arguments.of(PathPattern.parse("a[*]").orElseThrow(), "a[*]", "path\"a[*]\""),
        Arguments.of(new EnumValue("Tier", "gold", 0), "gold", "gold"),
        Arguments.of(new RangeValue(whole(1), whole(3)), "1..3", "1..3"),
        Arguments.of(ListValue.of(List.of(text("b"), text("a"))), "[b, a]", "[\"b\", \"a\"]"),
        Arguments.of(SetValue.of(List.of(text("b"), text("a"))), "[a, b]", "[\"a\", \"b\"]"),
        Arguments.of(ListValue.EMPTY, "[]", "[]"),
        Arguments.of(
            MapValue.of(Map.of(text("k"), whole(1), text("a"), whole(2))),
            "{a: 2, k: 1}",
            "{\"a\": 2, \"k\": 1}"),
        Arguments.of(record(), "{name: a, size: 1}", "{name: \"a\", size: 1}"),
        Arguments.of(SampleValues.pod("web", "shop"), "Pod shop/web", "Pod shop/web"),
        Arguments.of(
            SampleValues.inside(SampleValues.pod("web", "shop"), "Container", 1),
            "spec.containers[1]",
            "spec.containers[1]"),
        Arguments.of(SampleValues.json(new Node.Text("x", 0, 0)), "x", "\"x\""),
        Arguments.of(
            SampleValues.json(SampleValues.mapping("a", new Node.Int(1, 0, 0))),
            "{\"a\":1}",
            "{\"a\":1}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void twoForms(Value value, String plain, String literal) {
    assertEquals(plain, ValuePrinter.plain(value));
    assertEquals(literal, ValuePrinter.literal(value));
  }

  @Test
  void aPartSeenAsAnObjectOfItsOwnHasTheTitleOfTheObjectItIsIn() {
    ObjectValue deployment = SampleValues.pod("web", "shop");
    var view =
        ObjectValue.root(
            () -> "Pod",
            deployment.node(),
            new Place(deployment.place().object(), FieldPath.ROOT.key("spec").key("template")));
    assertEquals("Pod shop/web", ValuePrinter.plain(view));
    assertEquals(Optional.empty(), view.root());
  }

  @Test
  void textCannotGrowForEver() {
    String half = "\ud83d\ude00".repeat(BoundedText.MOST / 2);
    assertEquals(half + half, BoundedText.concat(half, half).value());
    var error = assertThrows(EvaluationError.class, () -> BoundedText.concat(half + half, "x"));
    assertEquals(ErrorCode.LIMIT, error.code());
    assertEquals("a text grew beyond 65536 characters", error.getMessage());
  }
}
