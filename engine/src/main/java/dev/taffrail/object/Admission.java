package dev.taffrail.object;

import java.util.List;
import java.util.Optional;

/**
 * The admission request an object came with.
 *
 * @param operation {@code CREATE}, {@code UPDATE}, {@code DELETE} or {@code CONNECT}
 * @param subresource such as {@code status}; empty for the object itself
 * @param request the {@code request} of the review, for what policies ask about user and operation
 * @param old the object as it was before; empty for CREATE and CONNECT
 */
public record Admission(
    String operation, String subresource, Node.Mapping request, Optional<KubernetesObject> old) {
  /** What the API server asks about, as {@code admission.k8s.io/v1} spells it. */
  public static final List<String> OPERATIONS = List.of("CONNECT", "CREATE", "DELETE", "UPDATE");
}
