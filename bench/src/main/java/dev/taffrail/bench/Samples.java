package dev.taffrail.bench;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.object.Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts and objects that are measured. */
final class Samples {
  static final String DEPLOYMENT = "deployment.yaml";

  private Samples() {}

  /** A file of this package. */
  static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The only object in a file of this package. */
  static KubernetesObject object(String name) {
    return read(name, text(name));
  }

  /** The only object in a text. */
  static KubernetesObject read(String name, String text) {
    Manifest manifest = new ManifestReader().read(name, text.getBytes(StandardCharsets.UTF_8));
    if (manifest.objects().size() != 1 || !manifest.problems().isEmpty()) {
      throw new IllegalStateException("not one object: " + manifest);
    }
    return manifest.objects().get(0);
  }

  /** The same object, read again and again, so that the processor's caches do not hold just one. */
  static List<KubernetesObject> copies(String text, int count) {
    var objects = new ArrayList<KubernetesObject>();
    for (int i = 0; i < count; i++) {
      objects.add(read(DEPLOYMENT, text.replace("checkout", "checkout-" + i)));
    }
    return List.copyOf(objects);
  }

  /** The object with four mistakes that each break one check, or more than one container. */
  static String violating() {
    return text(DEPLOYMENT)
        .replace("privileged: false", "privileged: true")
        .replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")
        .replace(
            "              memory: 64Mi\n          readiness",
            "              cpu: 1\n          readiness")
        .replace("replicas: 3", "replicas: 1");
  }

  /** A {@code List} of deployments as compact JSON. */
  static String jsonList(int count) {
    return copies(text(DEPLOYMENT), count).stream()
        .map(object -> Nodes.toJson(object.root()))
        .collect(
            java.util.stream.Collectors.joining(
                ",", "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[", "]}"));
  }

  /** A {@code List} of deployments as block YAML. */
  static String yamlList(int count) {
    var text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
    for (int i = 0; i < count; i++) {
      var lines = text(DEPLOYMENT).replace("checkout", "checkout-" + i).lines().skip(1).toList();
      for (int line = 0; line < lines.size(); line++) {
        text.append(line == 0 ? "  - " : "    ").append(lines.get(line)).append('\n');
      }
    }
    return text.toString();
  }
}
