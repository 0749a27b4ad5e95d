package dev.taffrail.object;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The anchors of one YAML document, and how many nodes its aliases stand for. */
final class YamlAnchors {
  private final ReadLimits limits;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int written;
  private long aliased;

  /** What an anchor stands for; the node is null while it is being read. */
  private record Anchored(@Nullable Node node, long size) {}

  YamlAnchors(ReadLimits limits) {
    this.limits = limits;
  }

  /** Counts a node that is written in the document at a place. */
  void count(int at) throws UnreadableException {
    if (++written > limits.nodes()) {
      throw TooMuch.nodes(limits, at);
    }
  }

  /** Starts a node with an anchor and gives what {@link #close} wants to know. */
  long open(String name) {
    anchors.put(name, new Anchored(null, 0));
    return written + aliased;
  }

  void close(String name, Node node, long before) {
    anchors.put(name, new Anchored(node, written + aliased - before));
  }

  /** The node that an alias stands for. */
  Node resolve(String name, int start, int end) throws UnreadableException {
    Anchored target = anchors.get(name);
    if (target == null) {
      throw new UnreadableException(
          start,
          end,
          "the alias " + Quoted.of("*" + name) + " has no anchor before it",
          "quote the value if it is meant as text, or mark a value before it with "
              + Quoted.of("&" + name));
    }
    if (target.node() == null) {
      throw new UnreadableException(
          start,
          end,
          "the alias " + Quoted.of("*" + name) + " stands inside of the value it stands for",
          "move the anchor "
              + Quoted.of("&" + name)
              + " to a value that does not contain the alias");
    }
    // an alias inside of an anchored node adds to the size of that node too
    aliased += target.size();
    if (aliased > limits.aliasedNodes()) {
      throw new UnreadableException(
          start,
          end,
          "the aliases of this document stand for more than " + limits.aliasedNodes() + " values",
          "write the values out, or use fewer aliases of aliases");
    }
    return target.node();
  }
}
