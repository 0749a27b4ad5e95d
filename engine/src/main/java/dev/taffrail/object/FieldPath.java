package dev.taffrail.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in an object, from its root: {@code spec.containers[0].image}.
 *
 * <p>Immutable, linked from leaf to root so that a child path costs one small object.
 */
public final class FieldPath {
  /** The object itself; prints as the empty string. */
  public static final FieldPath ROOT = new FieldPath(Optional.empty(), new Step.Key(""));

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

  private final Optional<FieldPath> parent;
  private final Step step;

  private FieldPath(Optional<FieldPath> parent, Step step) {
    this.parent = parent;
    this.step = step;
  }

  /** One step down. */
  public sealed interface Step {
    record Key(String name) implements Step {}

    record Element(int index) implements Step {}
  }

  public FieldPath key(String name) {
    return new FieldPath(Optional.of(this), new Step.Key(name));
  }

  public FieldPath element(int index) {
    return new FieldPath(Optional.of(this), new Step.Element(index));
  }

  public boolean isRoot() {
    return parent.isEmpty();
  }

  /** The path one step up; empty for the root. */
  public Optional<FieldPath> parent() {
    return parent;
  }

  /** From the root down. */
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (FieldPath path = this; path.parent.isPresent(); path = path.parent.get()) {
      steps.add(path.step);
    }
    Collections.reverse(steps);
    return steps;
  }

  /** Whether it is a path or leads on from it. */
  public boolean isWithin(FieldPath outer) {
    List<Step> steps = steps();
    List<Step> start = outer.steps();
    return start.size() <= steps.size() && steps.subList(0, start.size()).equals(start);
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    for (Step step : steps()) {
      switch (step) {
        case Step.Element element -> out.append('[').append(element.index()).append(']');
        case Step.Key key -> {
          if (PLAIN.matcher(key.name()).matches()) {
            out.append(out.isEmpty() ? "" : ".").append(key.name());
          } else {
            out.append("[\"")
                .append(key.name().replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"]");
          }
        }
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath that && steps().equals(that.steps());
  }

  @Override
  public int hashCode() {
    return steps().hashCode();
  }
}
