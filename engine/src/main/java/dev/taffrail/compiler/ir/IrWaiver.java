package dev.taffrail.compiler.ir;

import dev.taffrail.finding.Waiver;
import dev.taffrail.value.Glob;
import dev.taffrail.value.ImagePrefix;
import dev.taffrail.value.PathPattern;
import java.util.List;
import java.util.Optional;

/**
 * A waiver, ready to be held against findings.
 *
 * @param policy qualified id
 * @param rule only this rule of it
 * @param kinds names of kinds; empty for every kind
 * @param namespace of the object; empty for objects that name none
 * @param containers only in these containers, if there are any
 * @param path only at this field and below it
 * @param imageUnder only in containers with such an image
 * @param permission what the report says of it
 */
public record IrWaiver(
    String policy,
    Optional<String> rule,
    List<String> kinds,
    Optional<Glob> namespace,
    Glob name,
    List<String> containers,
    Optional<PathPattern> path,
    Optional<ImagePrefix> imageUnder,
    Waiver permission) {
  public IrWaiver {
    kinds = List.copyOf(kinds);
    containers = List.copyOf(containers);
  }

  /** {@code Deployment shop/cart}, as written. */
  public String object() {
    String kind = kinds.isEmpty() ? "Any" : String.join(" | ", kinds);
    return kind + " " + namespace.map(n -> n.text() + "/").orElse("") + name.text();
  }
}
