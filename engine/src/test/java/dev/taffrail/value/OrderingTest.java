package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTest {
  private static final List<String> TEXTS = List.of("", "a", "b", "ab", "\uffff", "\ud83d\ude00");

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Value random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 29 : 23)) {
      case 0 -> Value.absent();
      case 1 -> Value.Bool.of(random.nextBoolean());
      case 2 -> new Value.Int(random.nextInt(4) - 2);
      case 3 -> new Value.Decimal(BigDecimal.valueOf(random.nextInt(4) * 10, random.nextInt(3)));
      case 4 -> new Value.Text(pick(random, TEXTS));
      case 5 -> new BytesValue(new byte[] {(byte) random.nextInt(), 1});
      case 6 ->
          Quantity.parse(pick(random, List.of("1", "1000m", "1Ki", "1024", "2"))).orElseThrow();
      case 7 -> new DurationValue(Duration.ofMinutes(random.nextInt(3)));
      case 8 -> new InstantValue(Instant.ofEpochSecond(random.nextInt(3)));
      case 9 -> new DateValue(LocalDate.of(2026, 1, 1 + random.nextInt(3)));
      case 10 -> Percent.parse(pick(random, List.of("1%", "1.0%", "2%"))).orElseThrow();
      case 11 ->
          SemVer.parse(pick(random, List.of("1.2", "1.2.0-rc.1", "1.2.0+x", "1.10.0-rc.2")))
              .orElseThrow();
      case 12 ->
          Ip.parse(pick(random, List.of("1.2.3.4", "::1", "::ffff:1.2.3.4", "::2"))).orElseThrow();
      case 13 ->
          Cidr.parse(pick(random, List.of("10.0.0.0/8", "10.1.0.0/8", "10.0.0.0/9", "::/0")))
              .orElseThrow();
      case 14 -> IntOrString.of(pick(random, List.of("80", "81", "http")));
      case 15 ->
          ImageRef.parse(pick(random, List.of("nginx", "docker.io/nginx", "nginx:1", "a.b/c")))
              .orElseThrow();
      case 16 ->
          ImagePrefix.parse(pick(random, List.of("a.b", "a.b/", "a.b/c", "nginx"))).orElseThrow();
      case 17 -> RegexValue.parse(pick(random, List.of("a", "b"))).orElseThrow();
      case 18 -> Glob.parse(pick(random, List.of("a*", "b*"))).orElseThrow();
      case 19 ->
          Selector.parse(pick(random, List.of("", "a=b", "a==b", "a", "a,b=c"))).orElseThrow();
      case 20 -> PathPattern.parse(pick(random, List.of("a.b", "a[\"b\"]", "a[*]"))).orElseThrow();
      case 21 -> new EnumValue("T", pick(random, List.of("x", "y")), random.nextInt(2));
      case 22 -> object(random);
      case 23 -> new RangeValue(random(random, 0), random(random, 0));
      case 24 -> ListValue.of(several(random, depth));
      case 25 -> SetValue.of(several(random, depth));
      case 26 ->
          MapValue.of(Map.of(new Value.Text(pick(random, TEXTS)), random(random, depth - 1)));
      case 27 ->
          new RecordValue(
              random.nextBoolean()
                  ? Map.of("a", random(random, depth - 1))
                  : Map.of("a", Value.absent(), "b", random(random, 0)));
      default -> SampleValues.json(node(random, depth));
    };
  }

  private static List<Value> several(Random random, int depth) {
    var values = new ArrayList<Value>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(random(random, depth - 1));
    }
    return values;
  }

  private static ObjectValue object(Random random) {
    ObjectValue pod =
        SampleValues.pod(
            pick(random, List.of("", "web")), pick(random, List.of("", "shop")), random.nextInt(2));
    return switch (random.nextInt(3)) {
      case 0 -> pod;
      case 1 ->
          ObjectValue.root(
              () -> "Pod", pod.node(), new Place(pod.place().object(), FieldPath.ROOT.key("x")));
      default ->
          SampleValues.inside(pod, pick(random, List.of("Container", "Volume")), random.nextInt(4));
    };
  }

  private static Node node(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> new Node.Null(0, 0);
      case 1 -> new Node.Bool(random.nextBoolean(), random.nextInt(5), 9);
      case 2 -> new Node.Int(random.nextInt(2), 0, random.nextInt(9));
      case 3 -> new Node.Fraction(BigDecimal.valueOf(random.nextInt(20), random.nextInt(3)), 0, 0);
      case 4 -> new Node.Text(pick(random, TEXTS), 0, random.nextInt(9));
      case 5 -> SampleValues.mapping(pick(random, TEXTS), node(random, depth - 1));
      case 6 ->
          random.nextBoolean()
              ? SampleValues.empty()
              : new Node.Mapping(
                  random.nextBoolean() ? new String[] {"a", "b"} : new String[] {"b", "a"},
                  new int[2],
                  new Node[] {new Node.Int(1, 0, 0), new Node.Int(random.nextInt(2), 0, 0)},
                  0,
                  0);
      default -> new Node.Sequence(List.of(node(random, depth - 1), node(random, 0)), 0, 0);
    };
  }

  private static List<Value> sample(int size, long seed) {
    var random = new Random(seed);
    var values = new ArrayList<Value>();
    for (int i = 0; i < size; i++) {
      values.add(random(random, 3));
    }
    return values;
  }

  @Test
  void theTotalOrderAgreesWithEquality() {
    List<Value> values = sample(700, 1);
    int equal = 0;
    for (Value a : values) {
      for (Value b : values) {
        int order = Ordering.total(a, b);
        assertEquals(a.equals(b), order == 0, () -> a + " and " + b);
        assertEquals(Integer.signum(order), -Integer.signum(Ordering.total(b, a)));
        if (order == 0 && a != b) {
          equal++;
          assertEquals(a.hashCode(), b.hashCode(), () -> a + " and " + b);
        }
      }
    }
    assertTrue(equal > 1000, "the sample has too few equal values to show anything");
  }

  @Test
  void theTotalOrderIsTransitive() {
    List<Value> values = sample(120, 2);
    for (Value a : values) {
      for (Value b : values) {
        for (Value c : values) {
          if (Ordering.total(a, b) <= 0 && Ordering.total(b, c) <= 0) {
            assertTrue(Ordering.total(a, c) <= 0, () -> a + ", " + b + ", " + c);
          }
        }
      }
    }
  }

  @Test
  void setsAreSortedDistinctAndIndependentOfTheOrderOfInput() {
    List<Value> values = sample(500, 3);
    SetValue set = SetValue.of(values);
    var shuffled = new ArrayList<>(values);
    java.util.Collections.shuffle(shuffled, new Random(4));
    assertEquals(set, SetValue.of(shuffled));
    assertTrue(set.elements().size() < values.size());
    for (Value value : values) {
      assertTrue(set.contains(value));
    }
  }

  @ParameterizedTest
  @CsvSource({"a, b, -1", "a, a, 0", "b, ab, 1", "a, ab, -1", "Z, a, -1"})
  void textByCodePoint(String a, String b, int order) {
    assertEquals(order, Integer.signum(Ordering.compareText(a, b)));
  }

  @Test
  void emojiComeAfterAllOfTheBasicPlane() {
    assertTrue(Ordering.compareText("\uffff", "\ud83d\ude00") < 0);
    assertTrue(Ordering.compareText("\ud83d\ude00", "\ud83d\ude01") < 0);
  }

  @Test
  void numbersOfBothKindsCompareByAmountButAreNotEqual() {
    var whole = new Value.Int(1);
    var decimal = new Value.Decimal(new BigDecimal("1.0"));
    assertEquals(0, Ordering.compare(whole, decimal));
    assertNotEquals(whole, decimal);
    assertNotEquals(0, Ordering.total(whole, decimal));
    assertTrue(Ordering.compare(new Value.Decimal(new BigDecimal("0.5")), whole) < 0);
  }

  @Test
  void valuesOfDifferentTypesHaveNoCommonOrder() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Ordering.compare(new Value.Int(1), new Value.Text("1")));
  }

  @Test
  void membersOfEnumsCompareInTheOrderOfDeclaration() {
    var low = new EnumValue("Tier", "silver", 0);
    var high = new EnumValue("Tier", "gold", 1);
    assertTrue(Ordering.compare(low, high) < 0);
  }

  @Test
  void objectsWithoutNamesAreNotTakenForOne() {
    assertNotEquals(SampleValues.pod("", "shop", 0), SampleValues.pod("", "shop", 1));
    assertEquals(SampleValues.pod("web", "shop", 0), SampleValues.pod("web", "shop", 1));
  }

  @Test
  void ranges() {
    var range = new RangeValue(new Value.Int(1), new Value.Int(3));
    assertTrue(range.contains(new Value.Int(1)) && range.contains(new Value.Int(3)));
    assertFalse(range.contains(new Value.Int(0)) || range.contains(new Value.Int(4)));
    assertTrue(range.contains(new Value.Decimal(new BigDecimal("2.5"))));
    var empty = new RangeValue(new Value.Int(3), new Value.Int(1));
    assertFalse(empty.contains(new Value.Int(2)));
  }
}
