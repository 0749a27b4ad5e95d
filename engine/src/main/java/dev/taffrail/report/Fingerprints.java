package dev.taffrail.report;

import dev.taffrail.finding.Finding;
import dev.taffrail.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names findings so that the next run of a changed file recognises them: by rule, object and field,
 * never by line or words.
 */
final class Fingerprints {
  private static final int DIGITS = 32;

  private final Map<String, Integer> uses = new HashMap<>();

  /** The second finding with the same rule, object and field gets {@code :2}. */
  String next(Finding finding) {
    String identity =
        String.join(
            "\n",
            SarifRules.id(finding),
            finding.outcome().word(),
            finding.span().source().name(),
            finding.object().map(object -> object.apiVersion() + " " + object.title()).orElse(""),
            finding.path());
    String hash = hash(identity);
    int use = uses.merge(hash, 1, Integer::sum);
    return use == 1 ? hash : hash + ":" + use;
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
