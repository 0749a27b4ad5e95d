package dev.taffrail.compiler.schema;

import java.util.Optional;

/**
 * When Kubernetes served a kind.
 *
 * @param since the first version with the kind; empty if that was before the bundled versions
 * @param removedIn the first version without the kind; empty if the newest bundled one has it
 */
public record KindHistory(
    String apiVersion, String kind, Optional<String> since, Optional<String> removedIn) {}
