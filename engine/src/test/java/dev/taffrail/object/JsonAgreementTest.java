package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.proof.Seeds;
import dev.taffrail.testkit.Cases;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** JSON is read directly to the trees, places and mistakes that the slower reader finds. */
class JsonAgreementTest {
  private static final KnownKeys.Table KNOWN = new KnownKeys.Table();

  private static final List<String> RECORDED =
      ReadingsTest.recorded()
          .filter(reading -> reading.expected().size() > 0)
          .map(reading -> reading.expected().get(0).toPrettyString())
          .toList();

  @Property(seed = Seeds.FIXED)
  void readersAgree(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    Cases.count();
    var random = new Random(seed);
    String text =
        random.nextInt(4) == 0
            ? RECORDED.get(random.nextInt(RECORDED.size()))
            : new GeneratedJson(seed).text();
    if (random.nextInt(4) == 0) {
      assertTrue(Outcome.isReadDirectly(text, KNOWN), text);
      assertSame(text, ReadLimits.DEFAULT);
      return;
    }
    String damaged = random.nextInt(8) == 0 ? withEqualKeys(text) : damaged(text, random);
    assertSame(damaged, random.nextInt(8) == 0 ? narrow(random) : ReadLimits.DEFAULT);
    Statistics.label("damaged JSON")
        .collect(Outcome.isReadDirectly(damaged, KNOWN) ? "read" : "left to the slower reader");
  }

  private static String damaged(String text, Random random) {
    return DecodedText.of(Damaged.of(text.getBytes(StandardCharsets.UTF_8), random)).text();
  }

  /** The number at the end is all that generated keys of an object differ in, now and then. */
  private static String withEqualKeys(String text) {
    return text.replace("1\"", "0\"").replace("3\"", "0\"");
  }

  private static ReadLimits narrow(Random random) {
    return new ReadLimits(
        1 << 20, 1 + random.nextInt(5), random.nextInt(20), 10, 10, random.nextInt(20));
  }

  private static void assertSame(String text, ReadLimits limits) {
    // what is known was within the limits of the reader that knows it
    var known = limits.equals(ReadLimits.DEFAULT) ? KNOWN : new KnownKeys.Table();
    assertEquals(
        Outcome.ofJsonTree(text, limits),
        Outcome.ofJsonValues(text, limits, known),
        () -> limits + "\n" + text);
  }

  @Test
  void readersAgreeOnWhatIsEasyToGetWrong() {
    for (String value :
        List.of(
            "0 -0 1 -1 999999999999999999 -999999999999999999 9223372036854775807",
            "9223372036854775808 -9223372036854775808 1e400 -1e400 1.0 1.50 1e2 1E-2 0.1e+1",
            "01 -01 - + .5 5. 1e 1e+ 0x1 1_0 NaN Infinity 1a 1.2.3 -a",
            "true false null tru nul falsey True \"a",
            "\"\" \"\\\\u00e9\" \"\\u00E9\" \"\\u00e\" \"\\ud83d\\ude00\" \"\\ud83d\" \"\\x\"",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\" \"a\tb\" \"\u007f\" \"é\" \"\u2028\" \"😀\" \"\ud83d\"",
            "{\"\\ud83d\":1} {\"\\ude00\":1} {\"\\ud83d\\ude00\":1} {\"\ud83d\":1} {\"\ufffd\":1} {\"\\n\":1}",
            "[] {} [1,] [,1] {\"a\":1,} {,} [1 2] {\"a\" 1} {\"a\":} {a:1} {'a':1} [\u00a0]",
            "{\"a\":1,\"a\":2} {\"\":1,\"\":2} {\"\\u0061\":1,\"a\":2} {\"\\ud800\":1,\"\ufffd\":2}",
            "/**/1 //1 #1 \ufeff1")) {
      for (String written : value.split(" ")) {
        assertSame("{\"x\":" + written + "}", ReadLimits.DEFAULT);
        assertSame("[" + written + " , " + written + "]", ReadLimits.DEFAULT);
        assertSame("{\"x\":[]}" + written, ReadLimits.DEFAULT);
        assertSame("{\"x\":[]} " + written + " {\"y\":1}", ReadLimits.DEFAULT);
        assertSame(" [" + written, ReadLimits.DEFAULT);
        assertSame(written, ReadLimits.DEFAULT);
      }
    }
  }

  @Test
  void objectsWithManyKeysAreReadDirectly() {
    for (int keys : new int[] {0, 1, 12, 13, 32, 33, 34, 200}) {
      for (int twice : new int[] {-1, 0, keys / 2, keys - 1}) {
        var text = new StringBuilder("{\"x\":{");
        for (int i = 0; i < keys; i++) {
          text.append(i == 0 ? "" : ",").append("\"key").append(i).append("\":").append(i);
        }
        if (twice >= 0 && keys > 0) {
          text.append(",\"key").append(twice).append("\":1");
        }
        text.append("}}");
        assertSame(text.toString(), ReadLimits.DEFAULT);
        assertEquals(
            twice < 0 || keys == 0,
            Outcome.isReadDirectly(text.toString(), KNOWN),
            text.toString());
      }
    }
  }

  @Test
  void whatIsKnownStaysWithinBounds() {
    var known = new KnownKeys.Table();
    for (int i = 0; i < 20_000; i++) {
      String text = "{\"a%d\":{\"b%d\":[{\"c\":%d}]},\"d\":{\"e\":{}}}".formatted(i % 9, i, i);
      assertEquals(
          Outcome.ofJsonTree(text, ReadLimits.DEFAULT),
          Outcome.ofJsonValues(text, ReadLimits.DEFAULT, known));
    }
    assertTrue(known.size() <= KnownKeys.Table.MOST + 1, "size " + known.size());
  }

  @Test
  void objectsWithTheSameKeysShareThem() {
    var known = new KnownKeys.Table();
    Node.Mapping first = read("{\"a\":[{\"b\":1,\"c\":2},{\"b\":3,\"c\":4}]}", known);
    Node.Mapping second = read(" {\"a\":[{\"b\":5,\"c\":6},{\"c\":7}]}", known);
    assertTrue(first.hasKeysOf(second));
    Node.Sequence list = (Node.Sequence) first.value(0);
    Node.Sequence other = (Node.Sequence) second.value(0);
    var item = (Node.Mapping) list.elements().get(0);
    assertTrue(item.hasKeysOf((Node.Mapping) list.elements().get(1)));
    assertTrue(item.hasKeysOf((Node.Mapping) other.elements().get(0)));
    assertFalse(item.hasKeysOf((Node.Mapping) other.elements().get(1)));
  }

  private static Node.Mapping read(String text, KnownKeys.Table known) {
    var part = new DocumentParts.Part(0, text.length());
    try {
      return (Node.Mapping)
          new DirectJson(Units.of(text), part, ReadLimits.DEFAULT, known).next().orElseThrow();
    } catch (GaveUp left) {
      throw new AssertionError(text, left);
    }
  }

  @Test
  void readersAgreeOnEveryJsonFileBesides() throws IOException {
    var shared = ProjectFolders.shared("conformance");
    Assumptions.assumeTrue(shared.isPresent(), "../shared/conformance is not there");
    int direct = 0;
    int files = 0;
    try (Stream<Path> paths = Files.walk(shared.orElseThrow())) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        String text = Files.readString(path);
        assertSame(text, ReadLimits.DEFAULT);
        direct += Outcome.isReadDirectly(text, KNOWN) ? 1 : 0;
        files++;
      }
    }
    assertTrue(direct > 300 && direct > files * 95 / 100, direct + " of " + files);
  }
}
