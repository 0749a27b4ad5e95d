package dev.taffrail.compiler.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sum of products of sizes, each with a factor: {@code 3·|containers|·|ports| + 2}; immutable.
 *
 * <p>Factors that do not fit 64 bits stay at the largest. A formula of more than {@value #TERMS}
 * terms keeps those of the highest degree and counts the rest into them, so it stays a bound.
 */
final class Polynomial {
  private static final int TERMS = 64;

  private static final Comparator<List<Size>> HIGHEST_FIRST =
      Comparator.<List<Size>>comparingInt(List::size)
          .reversed()
          .thenComparing(sizes -> sizes.toString());

  static final Polynomial ZERO = new Polynomial(Map.of());
  static final Polynomial ONE = constant(1);

  private final Map<List<Size>, Long> terms;

  private Polynomial(Map<List<Size>, Long> terms) {
    var sorted = new TreeMap<List<Size>, Long>(HIGHEST_FIRST);
    sorted.putAll(terms);
    while (sorted.size() > TERMS) {
      long smallest = sorted.pollLastEntry().getValue();
      sorted.merge(sorted.lastKey(), smallest, Polynomial::sum);
    }
    this.terms = Collections.unmodifiableMap(sorted);
  }

  static Polynomial constant(long value) {
    return value == 0 ? ZERO : new Polynomial(Map.of(List.of(), value));
  }

  static Polynomial of(Size size) {
    return new Polynomial(Map.of(List.of(size), 1L));
  }

  Polynomial plus(Polynomial other) {
    var all = new TreeMap<List<Size>, Long>(HIGHEST_FIRST);
    all.putAll(terms);
    other.terms.forEach((sizes, factor) -> all.merge(sizes, factor, Polynomial::sum));
    return new Polynomial(all);
  }

  Polynomial times(Polynomial other) {
    var all = new TreeMap<List<Size>, Long>(HIGHEST_FIRST);
    terms.forEach(
        (left, factor) ->
            other.terms.forEach(
                (right, more) ->
                    all.merge(product(left, right), product(factor, more), Polynomial::sum)));
    return new Polynomial(all);
  }

  private static List<Size> product(List<Size> left, List<Size> right) {
    var all = new ArrayList<>(left);
    all.addAll(right);
    Collections.sort(all);
    return List.copyOf(all);
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  /** How deep loops of a dimension nest. */
  int degree(Dimension dimension) {
    return terms.keySet().stream().mapToInt(sizes -> count(sizes, dimension)).max().orElse(0);
  }

  /** The sizes of a term with that degree, multiplied. */
  String deepest(Dimension dimension) {
    int degree = degree(dimension);
    return terms.keySet().stream()
        .filter(sizes -> count(sizes, dimension) == degree)
        .findFirst()
        .map(Polynomial::print)
        .orElse("");
  }

  private static int count(List<Size> sizes, Dimension dimension) {
    return (int) sizes.stream().filter(size -> size.dimension() == dimension).count();
  }

  private static String print(List<Size> sizes) {
    return sizes.stream().map(Size::toString).collect(Collectors.joining("·"));
  }

  @Override
  public String toString() {
    return terms.isEmpty()
        ? "0"
        : terms.entrySet().stream()
            .map(term -> print(term.getKey(), term.getValue()))
            .collect(Collectors.joining(" + "));
  }

  private static String print(List<Size> sizes, long factor) {
    if (sizes.isEmpty()) {
      return Long.toString(factor);
    }
    return (factor == 1 ? "" : factor + "·") + print(sizes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
