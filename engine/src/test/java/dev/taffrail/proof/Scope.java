package dev.taffrail.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be named at a place of a policy.
 *
 * @param demands whether `!` may stand there
 */
record Scope(List<Term> names, boolean demands) {
  Scope {
    names = List.copyOf(names);
  }

  Scope with(Term... more) {
    var all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return new Scope(all, demands);
  }

  Scope withoutDemands() {
    return new Scope(names, false);
  }
}
