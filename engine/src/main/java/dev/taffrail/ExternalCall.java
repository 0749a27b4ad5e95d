package dev.taffrail;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question to a provider.
 *
 * @param function {@code acme.images/resolveDigest}
 * @param arguments by the names of the parameters: texts, {@code Long}, {@code BigDecimal}, {@code
 *     Boolean}, lists and maps of them; null where nothing was given. Domain values are texts.
 * @param cache how long an answer may be kept, if the function says so; keeping is up to the
 *     provider, the engine asks a question once in a run
 */
public record ExternalCall(
    String function, Map<String, @Nullable Object> arguments, Optional<Duration> cache) {

  /**
   * An argument that is text.
   *
   * @throws IllegalArgumentException if it is not
   */
  public String text(String parameter) {
    if (arguments.get(parameter) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("argument `%s` is no text".formatted(parameter));
  }
}
