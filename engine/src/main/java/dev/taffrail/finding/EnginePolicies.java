package dev.taffrail.finding;

import java.util.List;
import java.util.Map;

/** Ids of what the engine itself reports, which can be enforced like policies. */
public final class EnginePolicies {
  /** Manifests that do not follow the schema of their kind; may be waived as well. */
  public static final String SCHEMA = "taffrail.schema";

  /** Waivers that need attention. */
  public static final String WAIVER = "taffrail.waiver";

  private static final Map<String, List<String>> NAMES =
      Map.of(
          SCHEMA,
          List.of(
              "missing-field",
              "unknown-field",
              "unknown-flag",
              "unknown-kind",
              "unknown-value",
              "unreadable-document",
              "unusable-definition",
              "wrong-type"),
          WAIVER,
          List.of("broad-waiver", "expired-waiver", "expiring-waiver", "unused-waiver"));

  private EnginePolicies() {}

  /** The names of a module of the engine, sorted; none if there is no such module. */
  public static List<String> of(String module) {
    return NAMES.getOrDefault(module, List.of());
  }

  public static List<String> modules() {
    return List.of(SCHEMA, WAIVER);
  }
}
