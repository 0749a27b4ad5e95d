package dev.taffrail;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.report.Report;
import dev.taffrail.source.SourceFile;
import java.util.Collection;
import java.util.List;

/**
 * The door: compiles policies and evaluates objects.
 *
 * <p>Immutable; build one and share it between threads.
 */
public final class PolicyEngine {
  private PolicyEngine() {}

  public static Builder builder() {
    return new Builder();
  }

  /** Options of an engine. */
  public static final class Builder {
    /** The Kubernetes version whose schema is used, {@code 1.34}; the newest known by default. */
    public Builder kubernetes(String version) {
      return this;
    }

    /** Files of modules that policies may import, such as the standard library. */
    public Builder library(Collection<SourceFile> files) {
      return this;
    }

    /**
     * @throws IllegalArgumentException if the Kubernetes version is not known; the message lists
     *     those that are
     */
    public PolicyEngine build() {
      return new PolicyEngine();
    }
  }

  /** Kubernetes versions with a schema, oldest first. */
  public static List<String> kubernetesVersions() {
    throw new UnsupportedOperationException("written next");
  }

  /** Compiles files; every policy in them will be judged. */
  public Compilation compile(Collection<SourceFile> files) {
    return compile(files, List.of());
  }

  /**
   * Compiles files and modules of the library.
   *
   * @param modules names of library modules whose policies will be judged too, {@code std.pss}
   */
  public Compilation compile(Collection<SourceFile> files, Collection<String> modules) {
    throw new UnsupportedOperationException("written next");
  }

  /** Judges one object; never throws for a fault of policy or object. */
  public Evaluation evaluate(PolicySet policies, KubernetesObject object) {
    throw new UnsupportedOperationException("written next");
  }

  /**
   * Judges what was read from files; the report says what could not be read and what was skipped.
   */
  public Report scan(PolicySet policies, Collection<dev.taffrail.object.Manifest> manifests) {
    throw new UnsupportedOperationException("written next");
  }
}
