package dev.taffrail.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long the whole command takes, from the start of its process to the end. */
final class ScanTiming {
  private static final int FILES = 200;
  private static final int DOCUMENTS = 5;

  private final Path root;
  private final int runs;

  ScanTiming(Path root, boolean quick) {
    this.root = root;
    this.runs = quick ? 3 : 11;
  }

  /**
   * Times {@code ./taffrail check}.
   *
   * @param folder what is judged; if empty, one object of 4 KB and a thousand of them
   */
  void print(String folder) throws IOException {
    System.out.printf("./taffrail check, profile recommended, %d runs%n", runs);
    if (!folder.isEmpty()) {
      print(folder, Path.of(folder));
    } else {
      Path generated = root.resolve("bench/target/scan");
      print("1 object", generate(generated.resolve("one"), 1, 1));
      print("1,000 objects", generate(generated.resolve("thousand"), FILES, DOCUMENTS));
    }
    System.out.println();
  }

  private void print(String title, Path folder) throws IOException {
    var times = new ArrayList<Double>();
    run(folder); // builds what is missing
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      run(folder);
      times.add((double) (System.nanoTime() - start));
    }
    var row = new ResultTable.Row("", title, times);
    System.out.printf(
        "%-16s median %s, shortest %s%n",
        title, ResultTable.time(row.median()), ResultTable.time(row.nanoseconds().get(0)));
  }

  private void run(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(root.resolve("taffrail").toString(), "check", folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int status = process.waitFor();
      if (status == 2) {
        throw new IllegalStateException("`taffrail check " + folder + "` judged nothing");
      }
    } catch (InterruptedException stopped) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Path generate(Path folder, int files, int documents) throws IOException {
    Files.createDirectories(folder);
    String text = Samples.text(Samples.DEPLOYMENT);
    for (int file = 0; file < files; file++) {
      List<String> parts = new ArrayList<>();
      for (int document = 0; document < documents; document++) {
        parts.add(text.replace("checkout", "checkout-" + file + "-" + document));
      }
      Files.writeString(folder.resolve("file-" + file + ".yaml"), String.join("---\n", parts));
    }
    return folder;
  }
}
