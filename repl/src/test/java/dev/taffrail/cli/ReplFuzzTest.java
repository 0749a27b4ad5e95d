package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.repl.Completions;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.testkit.Cases;
import dev.taffrail.testkit.ProjectFolders;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that is typed ends the session, or is answered with words about Java. */
class ReplFuzzTest {
  /** Real inputs, to be damaged and put together; none that writes a file or ends the session. */
  private static final List<String> PIECES =
      List.of(
          "1 + 2",
          "cart = object(Deployment, \"shop\", \"cart\")",
          "cart.spec.template.spec.containers[0].image",
          "cluster(Deployment)",
          "map c in cart.spec.template.spec.containers { c.name }",
          "require all d in cluster(Deployment) { d.spec.replicas >= 2 }",
          "for each d in cluster(Pod) { forbid d.spec.hostNetwork }",
          "policy NoLatest { target pod: Pod\n for each c in pod.allContainers { forbid (c.image.tag ?? \"latest\") == \"latest\" } }",
          "fn twice(n: Int) -> Int = n * 2",
          "index byName of Deployment d by d.name",
          "enum Tier { gold, silver }",
          "test \"t\" for NoLatest { given cart! expect pass }",
          "import std.images as img",
          "let x: List<Int> = []",
          "yaml\"\"\"{a: 1}\"\"\"",
          "re\"[a-z]+\"",
          ":help",
          ":help run",
          ":objects",
          ":objects Deployment",
          ":policies",
          ":run all",
          ":run NoLatest on Deployment shop/cart",
          ":why Deployment shop/cart OurRegistries",
          ":step OurRegistries cart",
          ":step",
          ":step back",
          ":whatif cart spec.replicas = 1",
          ":whatif cart { spec: { template: { spec: { hostNetwork: true } } } }",
          ":type cart.spec",
          ":doc Pod.spec",
          ":absence MemoryIsLimited",
          ":cost OurRegistries",
          ":ir OurRegistries",
          ":explain E0101",
          ":test",
          ":coverage",
          ":set lines 5",
          ":set param maxRatio 3",
          ":set param registries {",
          ":more",
          ":tutorial",
          ":tutorial 5",
          ":tutorial stop",
          ":load nowhere",
          ":reload",
          ":watch",
          ":save",
          ":record",
          ":time 1");

  private static final String[] NOISE = {
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\"\"\"",
    "!",
    "??",
    ".",
    "..",
    ",",
    ":",
    "\n",
    " ",
    "\t",
    "\0",
    "\u001b[31m",
    "\r",
    "//",
    "/*",
    "///",
    "`",
    "\\",
    "\\u{",
    "é",
    "😀",
    "\ud800",
    "\u202e",
    "=",
    "=>",
    "->",
    "999999999999999999999",
    "0",
    "-",
    "$",
    "#",
    "policy",
    "is",
    "set",
    "if"
  };

  private static ReplSession open() {
    try {
      return ReplCommand.session(
          List.of(ProjectFolders.root().resolve("examples").toString()),
          new Surroundings(
              InputStream.nullInputStream(),
              OutputStream.nullOutputStream(),
              OutputStream.nullOutputStream(),
              Map.of(),
              () -> false));
    } catch (UsageMistake impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** One for all cases, as one person types for a long time; new ones now and then. */
  private ReplSession session = open();

  private int inputs;

  @Provide
  Arbitrary<Long> seeds() {
    long moved = Long.getLong("taffrail.soak.seed", 0L) * 0x9E3779B97F4A7C15L;
    return Arbitraries.randomValue(random -> random.nextLong() ^ moved);
  }

  @Property(seed = "2026")
  void nothingEndsTheSession(@ForAll("seeds") long seed) {
    if (Cases.enough()) {
      return;
    }
    Cases.count();
    if (++inputs % 200 == 0) {
      session = open();
    }
    assertSurvives(input(new Random(seed)));
  }

  private void assertSurvives(String input) {
    ReplSession.isIncomplete(input);
    Response response = session.enter(input);
    assertFalse(response.end(), () -> "ended by " + input);
    String text = response.text();
    assertFalse(text.contains("please report it"), () -> input + "\n" + text);
    assertFalse(text.contains("Exception"), () -> input + "\n" + text);
    assertFalse(text.contains("\tat "), () -> input + "\n" + text);
    assertTrue(
        text.chars().allMatch(c -> c >= ' ' || c == '\n'), () -> input + "\nprints\n" + text);
    Completions.at(input.length() > 2_000 ? input.substring(0, 2_000) : input, session);
  }

  private static String input(Random random) {
    var text = new StringBuilder(PIECES.get(random.nextInt(PIECES.size())));
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, NOISE[random.nextInt(NOISE.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
        case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> text.setLength(at);
        default -> {
          for (int j = random.nextInt(8); j > 0; j--) {
            text.insert(at, NOISE[random.nextInt(NOISE.length)]);
          }
        }
      }
    }
    String input = text.toString();
    // What would write files or end the session is not what is tried here.
    return input.strip().matches("(?s):(q\\w*|sav?e?\\s.+|rec\\w*\\s.+|reco?r?d?\\s.*)")
        ? ":help"
        : input;
  }

  @org.junit.jupiter.api.Test
  void hugeAndDeepInputsAreRefused() {
    assertSurvives("x".repeat(1_000_000));
    assertSurvives("(".repeat(50_000));
    assertSurvives("(".repeat(5_000) + "1" + ")".repeat(5_000));
    assertSurvives("not ".repeat(20_000) + "true");
    assertSurvives("1" + " + 1".repeat(40_000));
    assertSurvives("[".repeat(3_000) + "]".repeat(3_000));
    assertSurvives("\"" + "{".repeat(3_000));
    assertSurvives("\0".repeat(1_000));
    assertSurvives(":".repeat(1_000));
    assertSurvives(":time ".repeat(2_000));
    assertSurvives(":type " + "a.".repeat(20_000));
    assertSurvives("policy P { target pod: Pod " + "if true { ".repeat(2_000));
  }
}
