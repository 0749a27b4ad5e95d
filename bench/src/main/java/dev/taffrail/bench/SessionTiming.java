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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;

/** How long a person at a prompt waits: for the prompt, and for a key. */
final class SessionTiming {
  private static final String PROMPT = "rail> ";

  private final Path root;
  private final boolean quick;

  SessionTiming(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
  }

  void print() throws IOException {
    int objects = quick ? 100 : 10_000;
    int rounds = quick ? 2 : 10;
    System.out.printf(
        "one key on %,d objects, %d rounds after as many before, processor time%n",
        objects, rounds);
    Path folder = Files.createTempDirectory("taffrail-bench");
    new KeystrokeTiming(workbench(objects), folder).measure(rounds).forEach(SessionTiming::print);
    prompt("start to prompt", root.resolve("taffrail"));
    Path packed = root.resolve("target/taffrail-package/bin/taffrail");
    if (Files.isExecutable(packed)) {
      prompt("start to prompt, packed", packed);
    } else {
      System.out.println("start to prompt, packed: not measured; tools/package packs");
    }
    System.out.println();
  }

  private static void print(ResultTable.Row row) {
    var times = row.nanoseconds();
    System.out.printf(
        "%-28s median %s, of 99 in 100 at most %s, shortest %s%n",
        row.name(),
        ResultTable.time(row.median()),
        ResultTable.time(ResultTable.quantile(times, 0.99)),
        ResultTable.time(times.get(0)));
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
  private void prompt(String title, Path command) throws IOException {
    int runs = quick ? 2 : 11;
    var times = new ArrayList<Double>();
    var work = new ArrayList<Double>();
    for (int i = 0; i <= runs; i++) {
      long start = System.nanoTime();
      Process process;
      try {
        process =
            new ProcessBuilder("script", "-qec", command + " repl", "/dev/null")
                .redirectErrorStream(true)
                .start();
      } catch (IOException noScript) {
        System.out.println("the start is not measured: there is no command `script`");
        return;
      }
      readUntilPrompt(process.getInputStream());
      if (i > 0) {
        times.add((double) (System.nanoTime() - start));
        work.add(
            (double)
                process
                    .descendants()
                    .flatMap(child -> child.info().totalCpuDuration().stream())
                    .mapToLong(Duration::toNanos)
                    .sum());
      }
      process.getOutputStream().close();
      process.destroy();
    }
    print(new ResultTable.Row("", title, times));
    print(new ResultTable.Row("", "  processor time of it", work));
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
