package dev.taffrail.bench;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a deployment to the verdict of twenty checks, and reading alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VerdictBenchmark {
  private final RailChecks rail = new RailChecks();
  private final ManifestReader reader = new ManifestReader();
  private byte[] bytes = {};

  @Setup
  public void write() {
    bytes =
        Nodes.toJson(Samples.object(Samples.DEPLOYMENT).root()).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public Manifest reading() {
    return reader.read("input.json", bytes);
  }

  @Benchmark
  public int taffrail() {
    int findings = 0;
    for (KubernetesObject object : reader.read("input.json", bytes).objects()) {
      findings += rail.findings(object).size();
    }
    return findings;
  }
}
