package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the API server fills in where the value depends on other fields; the overlay names the rule
 * and the source of each.
 */
public final class ContextualDefaults implements FieldReader.Contextual {
  /** Followed by the name of a field: the record that is absent there is taken for an empty one. */
  private static final String EMPTY_RECORD = "empty record ";

  private static final Map<String, DefaultRule> RULES = rules();

  /** The names of the rules, without those for empty records. */
  public static Set<String> names() {
    return RULES.keySet();
  }

  @Override
  public Value compute(String rule, ObjectValue holder, FieldReader reader) {
    if (rule.startsWith(EMPTY_RECORD)) {
      return emptyRecord(holder, rule.substring(EMPTY_RECORD.length()));
    }
    if (rule.startsWith(Component.DEFAULT_RULE)) {
      return ComponentFlagDefaults.of(rule, holder);
    }
    if (rule.startsWith(Component.UNKNOWN_RULE)) {
      return ComponentMembers.of(rule, holder);
    }
    DefaultRule found = RULES.get(rule);
    if (found == null) {
      throw new IllegalStateException("the overlay names a rule that nobody wrote: " + rule);
    }
    return found.compute(holder, reader);
  }

  private static Value emptyRecord(ObjectValue holder, String name) {
    if (holder.shape() instanceof ObjectType type
        && type.field(name).orElseThrow().type() instanceof ObjectType record) {
      int position = holder.node().start();
      var empty = new Node.Mapping(new String[0], new int[0], new Node[0], position, position);
      return holder.child(record, empty, holder.place().key(name));
    }
    throw new IllegalStateException(holder.shape().name() + "." + name + " is no record");
  }

  private static Map<String, DefaultRule> rules() {
    var rules = new HashMap<String, DefaultRule>();
    Stream.of(
            AdmissionDefaults.RULES,
            ComponentDefaults.RULES,
            NetworkDefaults.RULES,
            PodDefaults.RULES,
            RoleDefaults.RULES,
            WorkloadDefaults.RULES)
        .forEach(rules::putAll);
    return Map.copyOf(rules);
  }
}
