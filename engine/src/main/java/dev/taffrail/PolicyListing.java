package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import java.util.List;

/**
 * What is known of policies that were compiled together.
 *
 * @param policies by id; empty if one does not compile
 * @param diagnostics what the compiler says, in source order
 */
public record PolicyListing<T>(List<T> policies, List<Diagnostic> diagnostics) {
  public PolicyListing {
    policies = List.copyOf(policies);
    diagnostics = List.copyOf(diagnostics);
  }
}
