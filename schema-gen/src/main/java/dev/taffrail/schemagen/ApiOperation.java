package dev.taffrail.schemagen;

import java.util.Optional;

/**
 * One REST operation of the client: its path, and the model class it returns.
 *
 * @param name what the client calls it, for example {@code createNamespacedPod}
 */
record ApiOperation(String name, String path, Optional<String> resultClass) {}
