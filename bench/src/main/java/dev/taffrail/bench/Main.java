package dev.taffrail.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what {@code tools/bench} was asked for, and prints tables. */
public final class Main {
  private static final String USAGE =
      "usage: tools/bench [--quick] [--json FILE] [checks|verdict|json|yaml|scan [DIR]|inventory"
          + " [N]|growth|library [N [SHAPE [DIR]]]|session]… (without a name: all of them)";

  private static final List<String> NAMES =
      List.of(
          "checks", "verdict", "json", "yaml", "scan", "inventory", "growth", "library", "session");

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Main() {}

  public static void main(String[] arguments) throws RunnerException, IOException {
    var words = new ArrayList<>(Arrays.asList(arguments));
    Path root = Path.of(words.remove(0));
    boolean quick = words.remove("--quick");
    int json = words.indexOf("--json");
    if (json >= 0) {
      words.remove(json);
      if (json == words.size()) {
        System.err.println("tools/bench: `--json` needs a file; " + USAGE);
        System.exit(2);
      }
      writeFigures(Path.of(words.remove(json)), quick);
      if (words.isEmpty()) {
        return;
      }
    }
    if (words.isEmpty()) {
      words.addAll(NAMES);
    }
    while (!words.isEmpty()) {
      String name = words.remove(0);
      switch (name) {
        case "checks" -> measure(ChecksBenchmark.class, quick, "object=passes");
        case "verdict" -> measure(VerdictBenchmark.class, quick, "");
        case "json" -> measure(JsonBenchmark.class, quick, "input=object");
        case "yaml" -> measure(YamlBenchmark.class, quick, "input=object");
        case "scan" -> {
          var folder = words.isEmpty() || isName(words.get(0)) ? "" : words.remove(0);
          new ScanTiming(root, quick).print(folder);
        }
        case "inventory" -> {
          boolean counted = !words.isEmpty() && words.get(0).matches("[1-9][0-9]{1,8}");
          int most = counted ? Integer.parseInt(words.remove(0)) : quick ? 1_000 : 20_000;
          new InventoryScale().print(most);
        }
        case "growth" -> new PolicyGrowth(quick).print();
        case "library" -> {
          boolean counted = !words.isEmpty() && words.get(0).matches("[1-9][0-9]{1,8}");
          int most = counted ? Integer.parseInt(words.remove(0)) : quick ? 2_000 : 60_000;
          var shapes = shapes(words);
          if (!words.isEmpty() && !isName(words.get(0))) {
            LibraryScale.write(most, shapes.get(0), Path.of(words.remove(0)));
          } else {
            var scale = new LibraryScale();
            shapes.forEach(shape -> scale.print(most, shape));
          }
        }
        case "session" -> new SessionTiming(root, quick).print();
        default -> {
          System.err.println("tools/bench: no benchmark is called `" + name + "`; " + USAGE);
          System.exit(2);
        }
      }
    }
  }

  /** The shape that is named next, or all of them. */
  private static List<ClusterShape> shapes(List<String> words) {
    for (ClusterShape shape : ClusterShape.values()) {
      if (!words.isEmpty() && words.get(0).equals(shape.word())) {
        words.remove(0);
        return List.of(shape);
      }
    }
    return List.of(ClusterShape.values());
  }

  private static boolean isName(String word) {
    return NAMES.contains(word);
  }

  /** Measures what {@link Figures} wants and nothing else; in the quick form in a minute. */
  private static void writeFigures(Path file, boolean quick) throws RunnerException, IOException {
    // Quick as it is, the compiler of the JVM must have had its time.
    var often = quick ? new Effort(1, 8, 6, 500) : new Effort(5, 16, 10, 500);
    var checks = run(ChecksBenchmark.class, often, "object=passes");
    var verdicts = run(VerdictBenchmark.class, often, "");
    double bytes =
        checks.stream()
            .filter(result -> row(result).name().equals("taffrail"))
            .mapToDouble(
                result ->
                    java.util.Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                        .getScore())
            .findFirst()
            .orElseThrow();
    String figures =
        Figures.json(
            checks.stream().map(Main::row).toList(),
            bytes,
            verdicts.stream().map(Main::row).toList());
    Files.writeString(file, figures);
    System.out.print(figures);
  }

  /** How long something is measured. */
  private record Effort(int forks, int warmups, int iterations, int milliseconds) {}

  /**
   * Runs the methods of a class and prints what came of it.
   *
   * @param only the parameter that the quick form is content with
   */
  private static void measure(Class<?> benchmark, boolean quick, String only)
      throws RunnerException {
    // The interpreter takes seconds to reach its speed, more where the compiler has to share a
    // core.
    var effort = quick ? new Effort(1, 2, 3, 200) : new Effort(2, 16, 10, 500);
    var rows = new ArrayList<ResultTable.Row>();
    for (RunResult result : run(benchmark, effort, quick ? only : "")) {
      rows.add(row(result));
    }
    System.out.printf(
        "%s: %d forks of %d iterations%n%s%n",
        benchmark.getSimpleName(),
        effort.forks,
        effort.iterations,
        ResultTable.print(rows, "taffrail"));
  }

  /**
   * Runs the methods of a class, each in JVMs of its own with the options of this one.
   *
   * @param only a parameter with its value, or nothing for all
   */
  private static Collection<RunResult> run(Class<?> benchmark, Effort effort, String only)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(effort.milliseconds);
    System.err.println("tools/bench: " + benchmark.getSimpleName() + "…");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark.getSimpleName() + "\\.")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .forks(effort.forks)
            .warmupIterations(effort.warmups)
            .warmupTime(time)
            .measurementIterations(effort.iterations)
            .measurementTime(time);
    if (!only.isEmpty()) {
      String[] parameter = only.split("=", 2);
      options.param(parameter[0], parameter[1]);
    }
    return new Runner(options.build()).run();
  }

  private static ResultTable.Row row(RunResult result) {
    String method = result.getParams().getBenchmark();
    var parameters = result.getParams();
    String group =
        parameters.getParamsKeys().stream()
            .map(parameters::getParam)
            .reduce("", (all, value) -> all + value);
    var times = new ArrayList<Double>();
    result
        .getBenchmarkResults()
        .forEach(
            fork ->
                fork.getIterationResults()
                    .forEach(i -> times.add(i.getPrimaryResult().getScore())));
    return new ResultTable.Row(group, method.substring(method.lastIndexOf('.') + 1), times);
  }
}
