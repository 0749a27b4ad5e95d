package dev.taffrail.tooling.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that others can name: a policy, a rule, a parameter, a function, a type and so on.
 *
 * @param what its sort, {@code policy}
 * @param id its qualified name
 * @param facets what is promised about it, by name, as written with single blanks
 * @param formerly ids it had before
 */
record Entry(String what, String id, Map<Facet, String> facets, List<String> formerly) {
  Entry {
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    formerly = List.copyOf(formerly);
  }

  /** One promise about an entry. */
  enum Facet {
    SIGNATURE,
    TYPE,
    DEFAULT,
    CONDITION,
    TARGET,
    SEVERITY,
    /** The key of an index. */
    KEY,
    /** Which objects an index holds. */
    SELECTION,
    /** What its author says to use instead. */
    DEPRECATION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether those who bind the policy have to give a value. */
  boolean mustBeGiven() {
    return what.equals("parameter")
        && !facets.containsKey(Facet.DEFAULT)
        && !facets.getOrDefault(Facet.TYPE, "").endsWith("?");
  }
}
