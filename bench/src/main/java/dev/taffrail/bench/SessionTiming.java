package dev.taffrail.bench;

import dev.taffrail.PolicyEngine;
import dev.taffrail.Reply;
import dev.taffrail.Workbench;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a person at a prompt waits: for the prompt, and for what Tab offers. */
final class SessionTiming {
  private static final String PROMPT = "rail> ";

  /** Where a completion has something to do: a path, a policy that is not finished, a name. */
  private static final List<String> TEXTS =
      List.of(
          "one.spec.template.spec.containers[0].sec",
          "policy P {\n  target pod: Pod\n  for each c in pod.allContainers {\n    forbid c.image.ta",
          "object(Deployment, \"shop\", \"checkout-99",
          "requ");

  /** The work of this thread alone: others may want the machine too. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Path root;
  private final boolean quick;

  SessionTiming(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
  }

  void print() throws IOException {
    int objects = quick ? 100 : 10_000;
    int rounds = quick ? 20 : 200;
    Workbench bench = workbench(objects);
    System.out.printf(
        "what Tab offers, on %,d objects, %d rounds after as many before, processor time%n",
        objects, rounds);
    for (String text : TEXTS) {
      var times = new ArrayList<Double>();
      for (int i = 0; i < 2 * rounds; i++) {
        long start = CLOCK.getCurrentThreadCpuTime();
        if (bench.complete(text).candidates().isEmpty()) {
          throw new IllegalStateException("nothing is offered for " + text);
        }
        if (i >= rounds) {
          times.add((double) (CLOCK.getCurrentThreadCpuTime() - start));
        }
      }
      print(text.lines().reduce("", (all, line) -> line.strip()), times);
    }
    prompt();
    System.out.println();
  }

  private static void print(String title, List<Double> times) {
    var row = new ResultTable.Row("", title, times);
    System.out.printf(
        "%-44s median %s, longest %s%n",
        title,
        ResultTable.time(row.median()),
        ResultTable.time(row.nanoseconds().get(row.nanoseconds().size() - 1)));
  }

  private static Workbench workbench(int objects) throws IOException {
    String text = Samples.text(Samples.DEPLOYMENT);
    var manifests = new ArrayList<Manifest>();
    for (int i = 0; i < objects; i++) {
      manifests.add(
          new ManifestReader()
              .read(
                  SourceFile.of("file-" + i + ".yaml", text.replace("checkout", "checkout-" + i))));
    }
    var bench = PolicyEngine.builder().build().workbench().withObjects(manifests, Inventory.none());
    var named =
        bench.enter(
            SourceFile.of("input", "one = (filter d in cluster(Deployment) { d.name is set })[0]"));
    return ((Reply.Declaring) named).next();
  }

  /** From the start of the process to the prompt, on a terminal that `script` makes. */
  private void prompt() throws IOException {
    int runs = quick ? 2 : 11;
    var times = new ArrayList<Double>();
    for (int i = 0; i <= runs; i++) {
      long start = System.nanoTime();
      Process process;
      try {
        process =
            new ProcessBuilder("script", "-qec", root.resolve("taffrail") + " repl", "/dev/null")
                .redirectErrorStream(true)
                .start();
      } catch (IOException noScript) {
        System.out.println("the start is not measured: there is no command `script`");
        return;
      }
      readUntilPrompt(process.getInputStream());
      if (i > 0) {
        times.add((double) (System.nanoTime() - start));
      }
      process.getOutputStream().close();
      process.destroy();
    }
    print("start to prompt", times);
  }

  private static void readUntilPrompt(InputStream in) throws IOException {
    var seen = new StringBuilder();
    var buffer = new byte[4_096];
    while (seen.indexOf(PROMPT) < 0) {
      int read = in.read(buffer);
      if (read < 0) {
        throw new IllegalStateException("no prompt came, but: " + seen);
      }
      seen.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
    }
  }
}
