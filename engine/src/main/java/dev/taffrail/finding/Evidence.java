package dev.taffrail.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run was told beside its input: the time, and the answers of functions that the host
 * answers. With it, the run can be repeated.
 *
 * @param asOf the moment for which everything was judged
 * @param timeZones the version of the time zone database, if a policy may ask for local times
 * @param answers by function and arguments
 */
public record Evidence(Optional<Instant> asOf, Optional<String> timeZones, List<Answer> answers) {
  /** Nothing was asked. */
  public static final Evidence NONE = new Evidence(Optional.empty(), List.of());

  public Evidence {
    answers = List.copyOf(answers);
  }

  /** Of policies that do not ask for local times. */
  public Evidence(Optional<Instant> asOf, List<Answer> answers) {
    this(asOf, Optional.empty(), answers);
  }

  /**
   * One question and what came of it.
   *
   * @param function {@code acme.images/resolveDigest}
   * @param provider who was asked
   * @param arguments a JSON object, by the names of the parameters
   * @param answer JSON, {@code null} if the provider has nothing to say; empty if it failed
   * @param failure why there is no answer, or empty
   */
  public record Answer(
      String function, String provider, String arguments, String answer, String failure) {}
}
