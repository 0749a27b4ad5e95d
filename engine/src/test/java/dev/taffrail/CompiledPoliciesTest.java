package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.Compiling;
import dev.taffrail.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Compiled policies in use: what they say, who may use them at once, and that they go away. */
class CompiledPoliciesTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().compiling(Compiling.AT_ONCE).build();
  private static final PolicyEngine INTERPRETING =
      PolicyEngine.builder().compiling(Compiling.NEVER).build();

  private static final SourceFile POLICIES =
      SourceFile.of(
          "ports.rail",
          """
          edition 2026
          module shop.ports

          policy FewContainers {
            param most: Int = 1
            target pod: Pod
            when pod.spec.containers is not empty
            require pod.spec.containers.size <= most
          }

          policy NamedPorts {
            target pod: Pod
            for each c in pod.allContainers {
              for each port in c.ports {
                require port.name! startsWith "http"
              }
            }
          }

          policy Moment {
            target pod: Pod
            require asOf >= asOf
          }
          """);

  private static final KubernetesObject POD =
      new ManifestReader()
          .read(
              SourceFile.of(
                  "pod.yaml",
                  """
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: cart}
                  spec:
                    containers:
                      - {name: web, image: web, ports: [{containerPort: 80, name: http}]}
                      - {name: log, image: log, ports: [{containerPort: 81}]}
                  """))
          .objects()
          .get(0);

  private static PolicySet policies(PolicyEngine engine, int most) {
    return engine
        .compile(List.of(POLICIES))
        .orThrow()
        .bind(List.of(ParameterValue.of("most", String.valueOf(most))))
        .orThrow();
  }

  @Test
  void saysWhatIsInterpretedAndPrintsTheRest() {
    var policies = policies(ENGINE, 1);
    assertEquals(Map.of("shop.ports/moment", "`asOf`"), policies.interpreted());
    assertTrue(policies.bytecode("shop.ports/moment").isEmpty());
    String listing = policies.bytecode("shop.ports/named-ports").orElseThrow();
    assertTrue(listing.contains("invokestatic Tree.withContainers"), listing);
    assertTrue(listing.contains("invokestatic Tree.startsWith"), listing);
  }

  @Test
  void findsTheSame() {
    for (int most = 0; most < 4; most++) {
      var expected = INTERPRETING.evaluate(policies(INTERPRETING, most), POD);
      assertEquals(expected, ENGINE.evaluate(policies(ENGINE, most), POD));
      assertEquals(most < 2 ? 3 : 2, expected.findings().size());
    }
  }

  /**
   * Replaced again and again while sixteen threads judge: each gets an answer of one of the sets.
   */
  @Test
  void isReplacedWhileInUse() throws Exception {
    var strict = policies(ENGINE, 1);
    var loose = policies(ENGINE, 2);
    var answers =
        Map.of(
            strict, ENGINE.evaluate(strict, POD),
            loose, ENGINE.evaluate(loose, POD));
    var current = new AtomicReference<>(strict);
    var done = new AtomicBoolean();
    Callable<Integer> judging =
        () -> {
          int judged = 0;
          while (!done.get() || judged < 100) {
            var policies = current.get();
            assertEquals(answers.get(policies), ENGINE.evaluate(policies, POD));
            judged++;
          }
          return judged;
        };
    var threads = Executors.newFixedThreadPool(16);
    try {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 16; i++) {
        running.add(threads.submit(judging));
      }
      for (int i = 0; i < 10_000; i++) {
        current.set(i % 2 == 0 ? loose : strict);
      }
      done.set(true);
      for (Future<Integer> thread : running) {
        assertTrue(thread.get() >= 100);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void classesGoWithTheirPolicies() {
    var classes = ManagementFactory.getClassLoadingMXBean();
    var compiled = ENGINE.compile(List.of(POLICIES)).orThrow();
    ENGINE.evaluate(compiled, POD);
    System.gc();
    long loaded = classes.getTotalLoadedClassCount();
    int kept = classes.getLoadedClassCount();
    for (int i = 0; i < 1_000; i++) {
      ENGINE.evaluate(
          compiled.bind(List.of(ParameterValue.of("most", String.valueOf(i)))).orThrow(), POD);
    }
    System.gc();
    long made = classes.getTotalLoadedClassCount() - loaded;
    int left = classes.getLoadedClassCount() - kept;
    assertTrue(made >= 1_000, () -> made + " classes were made");
    assertTrue(left < 300, () -> left + " of " + made + " classes are left");
  }
}
