package dev.taffrail.runtime.read;

import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.Map;

/**
 * Defaults of webhooks, which are those of the version that was written: a manifest of {@code
 * v1beta1} does not fail closed because {@code v1} would.
 */
final class AdmissionDefaults {
  static final Map<String, DefaultRule> RULES =
      Map.of(
          "webhookFailurePolicy", (webhook, reader) -> text(webhook, "Ignore", "Fail"),
          "webhookMatchPolicy", (webhook, reader) -> text(webhook, "Exact", "Equivalent"),
          "webhookTimeout", (webhook, reader) -> new Value.Int(isBeta(webhook) ? 30 : 10));

  private AdmissionDefaults() {}

  private static Value text(ObjectValue webhook, String ofBeta, String ofStable) {
    return new Value.Text(isBeta(webhook) ? ofBeta : ofStable);
  }

  private static boolean isBeta(ObjectValue webhook) {
    return webhook.place().object().kind().version().equals("v1beta1");
  }
}
