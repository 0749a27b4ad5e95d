package dev.taffrail.bench;

import dev.taffrail.PolicyCost;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.PolicySet;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges made-up clusters of growing size by each policy of the library that looks at more than one
 * object: none may take longer than in proportion to the objects.
 *
 * <p>Times are processor times of the one thread that judges, so that others do not count.
 */
final class LibraryScale {
  private static final int OBJECTS_OF_A_FILE = 500;

  /** Less time than this says nothing about growth. */
  private static final double SHORT = 0.2;

  /**
   * How many times faster than the objects a time may grow: tables that no longer fit into the
   * caches of the processor cost that much, and what is quadratic more over the whole range.
   */
  private static final double MARGIN = 2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PolicyEngine engine =
      PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();
  private final PolicySet policies = across();

  private PolicySet across() {
    var ids =
        engine.costs(List.of(), StandardLibrary.modules()).policies().stream()
            .filter(cost -> !cost.lookedUp().isEmpty() || cost.lookedUpByName())
            .map(PolicyCost::policy)
            .toList();
    return engine.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow().only(ids);
  }

  /** Writes the objects into files, one or more for each kind. */
  static void write(int objects, ClusterShape shape, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (SourceFile file : files(MadeUpCluster.of(objects, shape))) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
  }

  void print(int most, ClusterShape shape) {
    var sizes = new ArrayList<Integer>();
    for (int size = most / 8; size <= most; size *= 2) {
      sizes.add(size);
    }
    System.out.printf(
        "%s: %d policies of the library that look at several objects%n",
        shape.word(), policies.size());
    run(most / 16, shape);
    var runs = sizes.stream().map(size -> run(size, shape)).toList();
    System.out.printf("%-50s%s%n", "objects", columns(runs, run -> "%d".formatted(run.objects())));
    System.out.printf("%-50s%s%n", "all policies", seconds(runs, Run::seconds));
    System.out.printf(
        "%-50s%s%n", "violations", columns(runs, run -> "%d".formatted(run.violations())));
    System.out.printf(
        "%-50s%s%n",
        "memory: objects", columns(runs, run -> "%.0f MB".formatted(run.held() / 1e6)));
    System.out.printf(
        "%-50s%s%n",
        "memory: with the report", columns(runs, run -> "%.0f MB".formatted(run.used() / 1e6)));
    var last = runs.getLast();
    last.byPolicy().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> row(entry.getKey(), runs));
    System.out.println();
  }

  private static void row(String id, List<Run> runs) {
    var times = runs.stream().map(run -> run.byPolicy().get(id)).toList();
    double last = times.getLast();
    double growth = last / Math.max(times.getFirst(), 1e-3);
    double ofObjects = (double) runs.getLast().objects() / runs.getFirst().objects();
    System.out.printf(
        "%-50s%s %6.1f%s%n",
        id,
        seconds(runs, run -> run.byPolicy().get(id)),
        growth,
        last > SHORT && growth > MARGIN * ofObjects ? "  grows faster than the objects" : "");
  }

  private static String seconds(List<Run> runs, java.util.function.ToDoubleFunction<Run> seconds) {
    return columns(runs, run -> "%.2f s".formatted(seconds.applyAsDouble(run)));
  }

  private static String columns(List<Run> runs, java.util.function.Function<Run, String> cell) {
    return runs.stream().map(cell).map("%10s"::formatted).collect(Collectors.joining());
  }

  /**
   * What judging one cluster took.
   *
   * @param held bytes of the objects
   * @param used bytes at the end, with tables and report
   */
  private record Run(
      int objects,
      double seconds,
      int violations,
      long held,
      long used,
      Map<String, Double> byPolicy) {}

  private Run run(int objects, ClusterShape shape) {
    long empty = used();
    var manifests = read(MadeUpCluster.of(objects, shape));
    var all = manifests.values().stream().flatMap(List::stream).toList();
    long held = used() - empty;
    long begin = THREADS.getCurrentThreadCpuTime();
    Report report = engine.scan(policies, all, Inventory.none());
    double seconds = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
    if (report.summary().violations() == 0) {
      throw new IllegalStateException("nothing was found: " + report.summary());
    }
    long used = used() - empty;
    var byPolicy = new TreeMap<String, Double>();
    var inventory = Inventory.of(objectsOf(all)).completeForAll();
    for (PolicyInfo policy : policies.policies()) {
      byPolicy.put(policy.id(), judge(policy, manifests, inventory));
    }
    return new Run(
        objectsOf(all).size(), seconds, report.summary().violations(), held, used, byPolicy);
  }

  /** One policy judges the objects it is about. */
  private double judge(
      PolicyInfo policy, Map<String, List<Manifest>> manifests, Inventory inventory) {
    var about =
        manifests.entrySet().stream()
            .filter(entry -> isAbout(policy, entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    var alone = policies.only(List.of(policy.id()));
    long begin = THREADS.getCurrentThreadCpuTime();
    engine.scan(alone, about, inventory);
    return (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
  }

  private static boolean isAbout(PolicyInfo policy, String kind) {
    boolean workload =
        List.of("Deployment", "StatefulSet", "ReplicaSet").contains(kind)
            && policy.kinds().contains("Pod");
    // What is about everything at once needs something to be asked at all.
    boolean first = policy.kinds().contains("Snapshot") && kind.equals("Namespace");
    return workload || first || policy.kinds().contains(kind) || policy.kinds().contains("Any");
  }

  private static List<KubernetesObject> objectsOf(List<Manifest> manifests) {
    return manifests.stream().flatMap(m -> m.objects().stream()).toList();
  }

  private static Map<String, List<Manifest>> read(Map<String, List<String>> byKind) {
    var reader = new ManifestReader();
    return files(byKind).stream()
        .map(reader::read)
        .collect(
            Collectors.groupingBy(
                manifest -> manifest.objects().getFirst().kind().kind(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static List<SourceFile> files(Map<String, List<String>> byKind) {
    var files = new ArrayList<SourceFile>();
    byKind.forEach(
        (kind, objects) -> {
          for (int from = 0; from < objects.size(); from += OBJECTS_OF_A_FILE) {
            var part = objects.subList(from, Math.min(objects.size(), from + OBJECTS_OF_A_FILE));
            files.add(
                SourceFile.of(
                    "%s-%d.json".formatted(kind, from / OBJECTS_OF_A_FILE),
                    "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n"
                        + String.join(",\n", part)
                        + "\n]}\n"));
          }
        });
    files.sort(Comparator.comparing(SourceFile::name));
    return files;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
