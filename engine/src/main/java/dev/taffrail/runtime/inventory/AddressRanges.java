package dev.taffrail.runtime.inventory;

import dev.taffrail.value.Cidr;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses that a cluster gives to pods and to Services; no object of the API has them, so the
 * host says them.
 *
 * @param pods empty if they are not known
 * @param services empty if they are not known
 */
public record AddressRanges(Optional<Set<Cidr>> pods, Optional<Set<Cidr>> services) {
  public static final AddressRanges UNKNOWN = new AddressRanges(Optional.empty(), Optional.empty());

  public AddressRanges {
    pods = pods.map(Set::copyOf);
    services = services.map(Set::copyOf);
  }

  /** These, and where they are silent the others. */
  public AddressRanges or(AddressRanges others) {
    return new AddressRanges(pods.or(others::pods), services.or(others::services));
  }
}
