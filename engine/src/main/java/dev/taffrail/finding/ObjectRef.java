package dev.taffrail.finding;

import dev.taffrail.object.KubernetesObject;
import java.util.Optional;

/** The name of an object, without its content. */
public record ObjectRef(String apiVersion, String kind, Optional<String> namespace, String name) {
  public static ObjectRef of(KubernetesObject object) {
    return new ObjectRef(
        object.kind().apiVersion(), object.kind().kind(), object.namespace(), object.name());
  }

  /** {@code Deployment shop/cart}. */
  public String title() {
    return kind
        + " "
        + namespace.map(ns -> ns + "/").orElse("")
        + (name.isEmpty() ? "(no name)" : name);
  }
}
