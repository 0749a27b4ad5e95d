package dev.taffrail.compiler.ast;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Facts that a phase learned about nodes, kept beside the tree instead of in it.
 *
 * <p>Keyed by identity: two equal nodes at different places are different nodes.
 */
public final class NodeTable<N, F> {
  private final Map<N, F> facts;

  private NodeTable(Map<N, F> facts) {
    this.facts = facts;
  }

  public Optional<F> get(N node) {
    return Optional.ofNullable(facts.get(node));
  }

  public int size() {
    return facts.size();
  }

  /** Collects facts while a phase runs. */
  public static final class Builder<N, F> {
    private final Map<N, F> facts = new IdentityHashMap<>();

    public void put(N node, F fact) {
      facts.put(node, fact);
    }

    public NodeTable<N, F> build() {
      return new NodeTable<>(new IdentityHashMap<>(facts));
    }
  }
}
