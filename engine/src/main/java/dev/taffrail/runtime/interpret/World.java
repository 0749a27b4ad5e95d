package dev.taffrail.runtime.interpret;

import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.inventory.Inventory;
import java.time.Instant;
import java.util.Optional;

/**
 * What the host tells policies beside the object under review.
 *
 * @param answers of functions that the host answers
 * @param asOf the moment for which everything is judged; without it, asking for it is an error
 */
public record World(Inventory inventory, Optional<Instant> asOf, Answers answers) {
  /** Of which policies know nothing. */
  public static final World UNKNOWN = new World(Inventory.none(), Optional.empty(), Answers.NONE);

  World over(Inventory other) {
    return new World(other, asOf, answers);
  }

  World at(Instant moment) {
    return new World(inventory, Optional.of(moment), answers);
  }

  World asking(Answers others) {
    return new World(inventory, asOf, others);
  }
}
