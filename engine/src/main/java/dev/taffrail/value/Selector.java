package dev.taffrail.value;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A label selector written as a literal; its text is kept as written.
 *
 * @param requirements all of them must hold; none selects everything; sorted
 */
public record Selector(List<Requirement> requirements, String text) implements Value {

  /** How a label must be. */
  public enum Operator {
    IN,
    /** Also met where the label is missing. */
    NOT_IN,
    EXISTS,
    MISSING,
    ABOVE,
    BELOW
  }

  /**
   * What one label must be.
   *
   * @param values for {@code IN} and {@code NOT_IN} any, for {@code ABOVE} and {@code BELOW} one
   *     whole number, else none; sorted and distinct
   */
  public record Requirement(String key, Operator operator, List<String> values)
      implements Comparable<Requirement> {
    private static final Comparator<Requirement> ORDER =
        Comparator.comparing(Requirement::key)
            .thenComparing(Requirement::operator)
            .thenComparing(requirement -> String.join(",", requirement.values()));

    public Requirement {
      values = values.stream().distinct().sorted().toList();
    }

    @Override
    public int compareTo(Requirement other) {
      return ORDER.compare(this, other);
    }

    private boolean selects(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case MISSING -> value == null;
        case ABOVE -> compare(value).filter(order -> order > 0).isPresent();
        case BELOW -> compare(value).filter(order -> order < 0).isPresent();
      };
    }

    private Optional<Integer> compare(@Nullable String value) {
      try {
        return value == null
            ? Optional.empty()
            : Optional.of(Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst())));
      } catch (NumberFormatException noNumber) {
        return Optional.empty();
      }
    }
  }

  public Selector {
    requirements = requirements.stream().distinct().sorted().toList();
  }

  /** Reads {@code app=web,tier!=db,env in (a,b),!x}. */
  public static Optional<Selector> parse(String text) {
    return new SelectorReader(text).read().map(found -> new Selector(found, text));
  }

  public boolean selects(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.selects(labels));
  }

  /** Whether it selects all label sets by having no requirement. */
  public boolean isEverything() {
    return requirements.isEmpty();
  }

  /** Keys it speaks of. */
  public Set<String> keys() {
    var keys = new TreeSet<String>();
    requirements.forEach(requirement -> keys.add(requirement.key()));
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Selector that && requirements.equals(that.requirements);
  }

  @Override
  public int hashCode() {
    return requirements.hashCode();
  }
}
