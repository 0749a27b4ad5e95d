package dev.taffrail.bench;

import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Twenty checks on one deployment of 4 KB, which is read already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChecksBenchmark {
  private static final int COPIES = 64;

  /** Whether all checks hold, the worst case for checks that stop at the first mistake. */
  @Param({"passes", "violates"})
  public String object = "";

  private final RailChecks rail = new RailChecks();
  private final HandWrittenChecks handWritten = new HandWrittenChecks();
  private final CelChecks cel = new CelChecks();
  private List<KubernetesObject> objects = List.of();
  private List<Object> plain = List.of();
  private int next;

  @Setup
  public void read() {
    String text = object.equals("passes") ? Samples.text(Samples.DEPLOYMENT) : Samples.violating();
    objects = Samples.copies(text, COPIES);
    plain = objects.stream().map(o -> PlainData.of(o.root())).toList();
  }

  @Benchmark
  public List<Finding> taffrail() {
    return rail.findings(objects.get(next()));
  }

  @Benchmark
  public int handWrittenJava() {
    return handWritten.judge(objects.get(next()));
  }

  @Benchmark
  public int celJava() {
    return cel.judge(plain.get(next()));
  }

  private int next() {
    next = (next + 1) % COPIES;
    return next;
  }
}
