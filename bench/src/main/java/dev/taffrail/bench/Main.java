package dev.taffrail.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
      "usage: tools/bench [--quick] [checks|json|yaml|scan [DIR]|inventory [N]|growth|library [N"
          + " [SHAPE [DIR]]]|session]… (without a name: all of them)";

  private static final List<String> NAMES =
      List.of("checks", "json", "yaml", "scan", "inventory", "growth", "library", "session");

  private Main() {}

  public static void main(String[] arguments) throws RunnerException, IOException {
    var words = new ArrayList<>(Arrays.asList(arguments));
    Path root = Path.of(words.remove(0));
    boolean quick = words.remove("--quick");
    if (words.isEmpty()) {
      words.addAll(NAMES);
    }
    while (!words.isEmpty()) {
      String name = words.remove(0);
      switch (name) {
        case "checks" -> measure(ChecksBenchmark.class, quick, "object=passes");
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

  /**
   * Runs the methods of a class, each in JVMs of its own with the options of this one.
   *
   * @param only the parameter that the quick form is content with
   */
  private static void measure(Class<?> benchmark, boolean quick, String only)
      throws RunnerException {
    // The interpreter takes seconds to reach its speed, more where the compiler has to share a
    // core.
    int forks = quick ? 1 : 2;
    int iterations = quick ? 3 : 10;
    TimeValue time = TimeValue.milliseconds(quick ? 200 : 500);
    System.err.println("tools/bench: " + benchmark.getSimpleName() + "…");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark.getSimpleName() + "\\.")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .forks(forks)
            .warmupIterations(quick ? 2 : 16)
            .warmupTime(time)
            .measurementIterations(iterations)
            .measurementTime(time);
    if (quick) {
      String[] parameter = only.split("=", 2);
      options.param(parameter[0], parameter[1]);
    }
    var rows = new ArrayList<ResultTable.Row>();
    for (RunResult result : new Runner(options.build()).run()) {
      rows.add(row(result));
    }
    System.out.printf(
        "%s: %d forks of %d iterations%n%s%n",
        benchmark.getSimpleName(), forks, iterations, ResultTable.print(rows, "taffrail"));
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
