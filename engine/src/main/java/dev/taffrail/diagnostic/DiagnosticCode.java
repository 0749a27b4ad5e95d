package dev.taffrail.diagnostic;

/**
 * Every kind of message to policy authors; the name is the stable code.
 *
 * <p>{@code E00xx} syntax, {@code E01xx} names, types and absence, {@code W02xx} warnings. Each
 * code has a page in {@code docs/errors}. Numbers are never used for something else: E0112 is kept
 * for mutations that are not idempotent.
 */
public enum DiagnosticCode {
  E0001("syntax error"),
  E0002("text is not closed"),
  E0003("character not allowed here"),
  E0004("escape not known"),
  E0005("literal not valid"),
  E0006("feature not available"),
  E0007("input too large or too deeply nested"),
  E0008("edition not known"),
  E0101("a value can be missing"),
  E0102("field not known"),
  E0103("kind or type not known"),
  E0104("types do not fit"),
  E0105("`and` and `or` mixed without parentheses"),
  E0106("`m` means thousandths, not minutes"),
  E0107("parameter without value"),
  E0108("functions may not call themselves"),
  E0109("not every case is handled"),
  E0110("regular expression not available in linear time"),
  E0111("`!` not allowed here"),
  E0113("control does not exist"),
  E0114("name not known"),
  E0115("name declared twice"),
  E0116("module not known"),
  E0117("imports form a cycle"),
  E0118("metadata key not known"),
  E0119("wrong number of arguments"),
  E0120("function not known"),
  E0121("value not in the list of allowed values"),
  E0122("type cannot be inferred"),
  E0123("statement not allowed here"),
  E0124("annotation not known"),
  E0125("Kubernetes version not known"),
  E0126("parameter value not accepted"),
  E0127("range or limit not respected"),
  E0140("governed policy not known"),
  E0141("waiver not valid"),
  E0142("enforcement does not decide every object once"),
  E0143("document is no waiver or enforcement"),
  E0150("test not complete"),
  E0151("data file cannot be used"),
  E0160("policy costs too much"),
  E0170("schema cannot be imported"),
  E0171("kind defined twice"),
  E0180("message would print a secret"),
  E0190("annotation of an import does not fit"),
  E0191("path is not in the schema"),
  E0192("JSON Schema says what no type can say"),
  E0205("external function not valid"),
  E0206("secret would be given to a provider"),
  E0207("data file is not the one that was locked"),
  E0208("broken data is not broken"),
  E0218("removed in this version"),
  E0219("former id not free"),
  W0201("a typo would pass silently", Level.WARNING),
  W0202("nothing is required of an empty list", Level.WARNING),
  W0203("declared but not used", Level.WARNING),
  W0204("literal not in the list of known values", Level.WARNING),
  W0205("deprecated", Level.WARNING),
  W0206("public policy without documentation", Level.WARNING),
  W0207("no effect", Level.WARNING),
  W0208("no object reaches the policy", Level.WARNING),
  W0209("condition always true or always false", Level.WARNING),
  W0210("list gone through for each element of another", Level.WARNING),
  W0211("name not in the usual style", Level.WARNING),
  W0212("comment that allows a warning is not valid", Level.WARNING),
  W0213("later than the version of the module", Level.WARNING),
  W0214("removal is due", Level.WARNING),
  W0215("decides by itself without data", Level.WARNING),
  W0216("a missing object counts as an empty list", Level.WARNING),
  W0220("governed module not part of this run", Level.WARNING),
  W0221("a start counts as not reached", Level.WARNING);

  private final String title;
  private final Level level;

  DiagnosticCode(String title) {
    this(title, Level.ERROR);
  }

  DiagnosticCode(String title, Level level) {
    this.title = title;
    this.level = level;
  }

  /** A few words that name the mistake. */
  public String title() {
    return title;
  }

  public Level level() {
    return level;
  }
}
