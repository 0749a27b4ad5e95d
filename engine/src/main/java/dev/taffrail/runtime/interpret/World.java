package dev.taffrail.runtime.interpret;

import dev.taffrail.runtime.inventory.Inventory;
import java.time.Instant;
import java.util.Optional;

/**
 * What the host tells policies beside the object under review.
 *
 * @param asOf the moment for which everything is judged; without it, asking for it is an error
 */
public record World(Inventory inventory, Optional<Instant> asOf) {
  /** Of which policies know nothing. */
  public static final World UNKNOWN = new World(Inventory.none(), Optional.empty());

  World over(Inventory other) {
    return new World(other, asOf);
  }

  World at(Instant moment) {
    return new World(inventory, Optional.of(moment));
  }
}
