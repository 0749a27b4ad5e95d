package dev.taffrail.compiler.type;

import java.util.Map;
import java.util.Optional;

/**
 * The target of policies that judge everything that was given as one thing, once.
 *
 * <p>It is no kind: no manifest describes it, and it has neither name nor namespace.
 */
public final class SnapshotType {
  /** The name in the language. */
  public static final String NAME = "Snapshot";

  /** The one field, of which Kubernetes version the types are. */
  public static final String VERSION_FIELD = "kubernetesVersion";

  public static final ObjectType TYPE =
      new ObjectType(
          "taffrail." + NAME,
          NAME,
          Optional.empty(),
          false,
          () ->
              Map.of(
                  VERSION_FIELD,
                  new Field(VERSION_FIELD, Type.Scalar.SEMVER, true, Optional.empty())));

  private SnapshotType() {}
}
