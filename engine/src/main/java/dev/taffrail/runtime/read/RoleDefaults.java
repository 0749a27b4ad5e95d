package dev.taffrail.runtime.read;

import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.Map;

/** Defaults in role bindings that depend on other fields. */
final class RoleDefaults {
  private static final String RBAC = "rbac.authorization.k8s.io";

  static final Map<String, DefaultRule> RULES = Map.of("subjectGroup", RoleDefaults::subjectGroup);

  private RoleDefaults() {}

  /** ServiceAccounts are objects of the core group; users and groups are objects of none. */
  private static Value subjectGroup(ObjectValue subject, FieldReader reader) {
    boolean account = reader.read(subject, "kind").equals(new Value.Text("ServiceAccount"));
    return new Value.Text(account ? "" : RBAC);
  }
}
