package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.proof.Seeds;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.Cases;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML that is read directly has the tree and the places that the slower reader finds. */
class YamlAgreementTest {
  private static final KnownKeys.Table KNOWN = new KnownKeys.Table();

  private static final List<String> WRITTEN = written();

  private static List<String> written() {
    Path root = ProjectFolders.root();
    var texts = new ArrayList<String>();
    ReadingsTest.recorded().forEach(reading -> texts.add(reading.yaml()));
    for (String folder : List.of("examples", "engine/src/test/cases")) {
      yamlFiles(root.resolve(folder)).forEach(file -> texts.add(text(file)));
    }
    return texts;
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return DecodedText.of(Files.readAllBytes(file)).text();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Property(seed = Seeds.FIXED)
  void readersAgree(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    Cases.count();
    var random = new Random(seed);
    String text =
        switch (random.nextInt(3)) {
          case 0 -> WRITTEN.get(random.nextInt(WRITTEN.size()));
          case 1 -> new GeneratedYaml(seed).text();
          default -> new UsualYaml(seed).text();
        };
    if (random.nextBoolean()) {
      text = DecodedText.of(Damaged.of(text.getBytes(StandardCharsets.UTF_8), random)).text();
    }
    Count count = assertSame(text, random.nextInt(8) == 0 ? narrow(random) : ReadLimits.DEFAULT);
    Statistics.label("documents").collect(count.shown());
  }

  private static ReadLimits narrow(Random random) {
    return new ReadLimits(
        1 << 20, 1 + random.nextInt(5), random.nextInt(20), 10, 10, random.nextInt(20));
  }

  /** How many documents a text has, and how many of them were read directly. */
  private record Count(int documents, int direct) {
    String shown() {
      return direct == documents ? "read" : "left to the slower reader";
    }
  }

  private static Count assertSame(String text, ReadLimits limits) {
    var known = limits.equals(ReadLimits.DEFAULT) ? KNOWN : new KnownKeys.Table();
    SourceFile source = SourceFile.of("a", text);
    Units units = Units.of(text);
    int documents = 0;
    int direct = 0;
    for (DocumentParts.Part part : DocumentParts.of(text, 1_000).parts()) {
      documents++;
      Optional<String> read = Outcome.ofDirectYaml(units, part, limits, known);
      if (read.isPresent()) {
        direct++;
        assertEquals(
            Outcome.ofYamlTree(source, part, limits),
            read.get(),
            () -> limits + "\n" + text.substring(part.start(), part.end()));
      }
    }
    return new Count(documents, direct);
  }

  @Test
  void usualDocumentsAreReadDirectly() {
    for (long seed = 0; seed < 2_000; seed++) {
      String text = new UsualYaml(seed).text();
      Count count = assertSame(text, ReadLimits.DEFAULT);
      assertEquals(count.documents(), count.direct(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:\n- b\n- c: 1\n  d: 2\ne: []\n",
        "a:\n  - - b\n    - c\n  -\n    d: 1\n",
        "a: |\n  b\n\n   c\n  \n\nd: >-\n  e\n  f\n\n   g\n  h\n",
        "a: |+\n  b\n\n\nc: |2\n    d\n",
        "a: >\n\n  b\n    c\n\n  d\n",
        "a: b\n  c\n\n  d # e\nf: g\n",
        "a: # b\n  # c\n  d: 'e''f'\n  \"g\": \"h\\n\\u00e9\\x41\"\n",
        "a: {b: c, \"d\":e, f: [g, h,\n  i]}\n",
        "a:\nb:\n  c:\nd: ~\n",
        "a: 0644\nb: yes\nc: 1e3\nd: .5\ne: -\u00e9\nf: 0x1F\n0: g\ntrue: h\n",
        "# a\n\n---  # b\n# c\na: b\n",
        "a: ключ😀 # é\nключ: b\n",
      })
  void theseAreReadDirectly(String text) {
    Count count = assertSame(text, ReadLimits.DEFAULT);
    assertEquals(count.documents(), count.direct());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &b c\nd: *b\n",
        "a: !!str 1\n",
        "? a\n: b\n",
        "a: 1\na: 2\n",
        "a: 1\n'a': 2\n",
        "a: {b: 1, b: 2}\n",
        "a: b: c\n",
        "a:\n  b: 1\n c: 2\n",
        "a: 1\n- b\n",
        "a: \"b\n  c\"\n",
        "a:\tb\n",
        "a: b\r\nc: d\r\n",
        "%YAML 1.1\n---\na: b\n",
        "a: b\n...\nc: d\n",
        "<<: {a: b}\n",
        "a: @b\n",
        "a: [b, c\n",
        "a: {b}\n",
        "a: [b,]\n",
        "a: 'b'c\n",
        "a: |x\n  b\n",
        "a: |\n\tb\n",
        "a: \u0085b\n",
        "a: \"\\/\"\n",
        "a: .inf\n",
        "a\n",
        "-\n- a\n",
      })
  void theseAreLeft(String text) {
    Count count = assertSame(text, ReadLimits.DEFAULT);
    assertTrue(count.direct() < count.documents());
  }

  @Test
  void readersAgreeOnEveryYamlFileBesides() {
    assertAgreement("corpus", 90);
    assertAgreement("conformance", 80);
  }

  private static void assertAgreement(String folder, int percent) {
    var shared = ProjectFolders.shared(folder);
    Assumptions.assumeTrue(shared.isPresent(), "../shared/" + folder + " is not there");
    int documents = 0;
    int direct = 0;
    for (Path file : yamlFiles(shared.orElseThrow())) {
      Count count = assertSame(text(file), ReadLimits.DEFAULT);
      documents += count.documents();
      direct += count.direct();
    }
    System.err.println(folder + ": " + direct + " of " + documents + " documents read directly");
    assertTrue(direct * 100L >= (long) documents * percent, direct + " of " + documents);
  }
}
