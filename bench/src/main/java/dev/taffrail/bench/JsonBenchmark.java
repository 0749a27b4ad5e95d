package dev.taffrail.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Nodes;
import java.io.IOException;
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

/** Reading JSON, from bytes to a tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
  /** One deployment of 4 KB, or a list of 200. */
  @Param({"object", "list"})
  public String input = "";

  private final ManifestReader reader = new ManifestReader();
  private final ObjectMapper mapper = new ObjectMapper();
  private final tools.jackson.databind.ObjectMapper newer =
      new tools.jackson.databind.json.JsonMapper();
  private byte[] bytes = {};

  @Setup
  public void write() {
    String json =
        input.equals("object")
            ? Nodes.toJson(Samples.object(Samples.DEPLOYMENT).root())
            : Samples.jsonList(200);
    bytes = json.getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public Manifest taffrail() {
    return reader.read("input.json", bytes);
  }

  @Benchmark
  public JsonNode jacksonTree() throws IOException {
    return mapper.readTree(bytes);
  }

  @Benchmark
  public tools.jackson.databind.JsonNode jackson3Tree() {
    return newer.readTree(bytes);
  }
}
