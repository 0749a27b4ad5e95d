package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged manifests: the reader never throws, never hangs, and what it says has a place. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
  private static final int DAMAGED = 8_000;

  @Test
  void damagedManifestsAreReadOrRefused() {
    var random = new Random(7);
    List<byte[]> originals = originals();
    int objects = 0;
    int problems = 0;
    for (int i = 0; i < DAMAGED; i++) {
      byte[] damaged = Damaged.of(originals.get(random.nextInt(originals.size())), random);
      Manifest manifest = read(damaged);
      objects += manifest.objects().size();
      problems += manifest.problems().size();
      check(manifest);
    }
    assertTrue(objects > DAMAGED / 10, "still readable: " + objects);
    assertTrue(problems > DAMAGED / 10, "not readable: " + problems);
  }

  private static Manifest read(byte[] damaged) {
    try {
      return new ManifestReader().read("damaged", damaged);
    } catch (RuntimeException | StackOverflowError bug) {
      throw new AssertionError("threw on:\n" + new String(damaged, StandardCharsets.UTF_8), bug);
    }
  }

  private static List<byte[]> originals() {
    var originals = new ArrayList<byte[]>();
    ReadingsTest.recorded().forEach(reading -> originals.add(bytes(reading.yaml())));
    for (long seed = 0; seed < 200; seed++) {
      originals.add(bytes("apiVersion: v1\nkind: T\n" + new GeneratedYaml(seed).text()));
      originals.add(
          bytes(
              "{\"apiVersion\":\"v1\",\"kind\":\"T\",\"spec\":"
                  + new GeneratedJson(seed).text()
                  + "}"));
    }
    return originals;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void check(Manifest manifest) {
    String text = manifest.source().text();
    for (Manifest.ReadProblem problem : manifest.problems()) {
      assertFalse(problem.message().contains("this is not JSON"), () -> problem + "\n" + text);
      assertTrue(problem.message().lines().count() == 1, () -> problem + "\n" + text);
      assertInside(problem.span(), text);
    }
    manifest.skipped().forEach(note -> assertInside(note.span(), text));
    for (KubernetesObject object : manifest.objects()) {
      checkPlaces(object.root(), text);
      NodeLocator.locate(manifest.source(), object.root(), FieldPath.ROOT.key("spec").key("a"));
    }
  }

  private static void assertInside(Span span, String text) {
    assertTrue(span.start() <= span.end() && span.end() <= text.length(), text);
  }

  private static void checkPlaces(Node node, String text) {
    boolean ordered =
        0 <= node.start() && node.start() <= node.end() && node.end() <= text.length();
    assertTrue(ordered, () -> node + " of:\n" + text);
    if (node instanceof Node.Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        checkPlaces(mapping.value(i), text);
      }
    } else if (node instanceof Node.Sequence list) {
      list.elements().forEach(element -> checkPlaces(element, text));
    }
  }
}
