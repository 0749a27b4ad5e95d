package dev.taffrail.runtime.read;

import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Defaults of Services and NetworkPolicies that depend on other fields. */
final class NetworkDefaults {
  static final Map<String, DefaultRule> RULES =
      Map.of(
          "policyTypes",
          NetworkDefaults::policyTypes,
          "targetPort",
          (port, reader) -> new IntOrString(reader.read(port, "port")));

  private NetworkDefaults() {}

  /** Every policy is about ingress; one with egress rules is about egress, too. */
  private static Value policyTypes(ObjectValue spec, FieldReader reader) {
    var types = new ArrayList<Value>(List.of(new Value.Text("Ingress")));
    if (reader.read(spec, "egress") instanceof ListValue rules && !rules.elements().isEmpty()) {
      types.add(new Value.Text("Egress"));
    }
    return ListValue.of(types);
  }
}
