package dev.taffrail.bench;

import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;

/** Reading YAML, from bytes to a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class YamlBenchmark {
  /** One deployment of 5 KB, or a list of 200. */
  @Param({"object", "list"})
  public String input = "";

  private final ManifestReader reader = new ManifestReader();
  private final LoadSettings settings =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
  private byte[] bytes = {};

  @Setup
  public void write() {
    String yaml = input.equals("object") ? Samples.text(Samples.DEPLOYMENT) : Samples.yamlList(200);
    bytes = yaml.getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public Manifest taffrail() {
    return reader.read("input.yaml", bytes);
  }

  /** Without building anything: what our reader would take if it did nothing of its own. */
  @Benchmark
  public void engineEvents(Blackhole hole) {
    new Parse(settings).parseInputStream(new ByteArrayInputStream(bytes)).forEach(hole::consume);
  }

  @Benchmark
  public Object engineCompose() {
    return new Compose(settings).composeInputStream(new ByteArrayInputStream(bytes));
  }

  @Benchmark
  public Object engineLoad() {
    return new Load(settings).loadFromInputStream(new ByteArrayInputStream(bytes));
  }
}
