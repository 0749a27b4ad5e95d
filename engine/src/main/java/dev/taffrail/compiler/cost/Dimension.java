package dev.taffrail.compiler.cost;

/** The kinds of collections whose sizes a policy cannot bound; each has a limit of its own. */
public enum Dimension {
  /** Lists and maps of the object, and of parameters. */
  OBJECT("object", "collections of the object", 4),
  /** What an index holds for one key. */
  INDEX("index", "what an index holds for a key", 1),
  /** All objects of a kind. */
  CLUSTER("cluster", "all objects of a kind", 1);

  private final String word;
  private final String what;
  private final int limit;

  Dimension(String word, String what, int limit) {
    this.word = word;
    this.what = what;
    this.limit = limit;
  }

  /** The name in {@code @cost(…)}. */
  public String word() {
    return word;
  }

  /** What is looped over, in the plural. */
  public String what() {
    return what;
  }

  /** How deep loops over it may nest unless the policy says more. */
  public int limit() {
    return limit;
  }
}
