package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import java.util.List;
import java.util.Map;

/** Keywords of a place, and the words that people write instead of them. */
final class Words {
  /** Keywords that begin a statement or an item of a policy. */
  static final List<String> STATEMENTS =
      List.of(
          "require", "forbid", "let", "for", "if", "when", "rule", "param", "target", "else",
          "remove", "create");

  /** Words of other languages for statements, in lower case. */
  static final Map<String, String> STATEMENT_SYNONYMS =
      Map.ofEntries(
          Map.entry("requires", "require"),
          Map.entry("required", "require"),
          Map.entry("must", "require"),
          Map.entry("ensure", "require"),
          Map.entry("assert", "require"),
          Map.entry("check", "require"),
          Map.entry("validate", "require"),
          Map.entry("should", "require"),
          Map.entry("forbids", "forbid"),
          Map.entry("forbidden", "forbid"),
          Map.entry("reject", "forbid"),
          Map.entry("disallow", "forbid"),
          Map.entry("prohibit", "forbid"),
          Map.entry("var", "let"),
          Map.entry("val", "let"),
          Map.entry("const", "let"),
          Map.entry("set", "let"),
          Map.entry("define", "let"),
          Map.entry("parameter", "param"),
          Map.entry("parameters", "param"),
          Map.entry("params", "param"));

  /** Keywords that begin a declaration or a line of the header. */
  static final List<String> DECLARATIONS =
      List.of(
          "policy",
          "mutation",
          "generator",
          "param",
          "fn",
          "external",
          "foreign",
          "type",
          "enum",
          "extend",
          "index",
          "let",
          "waive",
          "enforce",
          "test",
          "import",
          "module",
          "edition",
          "use",
          "private");

  static final Map<String, String> DECLARATION_SYNONYMS =
      Map.ofEntries(
          Map.entry("function", "fn"),
          Map.entry("func", "fn"),
          Map.entry("fun", "fn"),
          Map.entry("def", "fn"),
          Map.entry("struct", "type"),
          Map.entry("class", "type"),
          Map.entry("interface", "type"),
          Map.entry("include", "import"),
          Map.entry("package", "module"),
          Map.entry("var", "let"),
          Map.entry("val", "let"),
          Map.entry("const", "let"),
          Map.entry("constraint", "policy"),
          Map.entry("validation", "policy"),
          Map.entry("waiver", "waive"),
          Map.entry("exempt", "waive"),
          Map.entry("exception", "waive"),
          Map.entry("mutate", "mutation"),
          Map.entry("generate", "generator"),
          Map.entry("extension", "extend"),
          Map.entry("parameter", "param"),
          Map.entry("params", "param"));

  /** Operators that are words. */
  static final List<String> OPERATORS =
      List.of(
          "and",
          "or",
          "not",
          "implies",
          "in",
          "is",
          "matches",
          "contains",
          "startsWith",
          "endsWith",
          "with",
          "as",
          "where",
          "message",
          "severity");

  static final Map<String, String> OPERATOR_SYNONYMS =
      Map.ofEntries(
          Map.entry("equals", "=="),
          Map.entry("eq", "=="),
          Map.entry("ne", "!="),
          Map.entry("gt", ">"),
          Map.entry("ge", ">="),
          Map.entry("gte", ">="),
          Map.entry("lt", "<"),
          Map.entry("le", "<="),
          Map.entry("lte", "<="),
          Map.entry("match", "matches"),
          Map.entry("like", "matches"),
          Map.entry("has", "contains"),
          Map.entry("includes", "contains"),
          Map.entry("contain", "contains"),
          Map.entry("startwith", "startsWith"),
          Map.entry("endwith", "endsWith"),
          Map.entry("mod", "%"),
          Map.entry("msg", "message"),
          Map.entry("because", "message"));

  private Words() {}

  /** The type of the token that is always written so. */
  static int type(String spelling) {
    for (int type = 1; type <= TaffrailLexer.VOCABULARY.getMaxTokenType(); type++) {
      if (("'" + spelling + "'").equals(TaffrailLexer.VOCABULARY.getLiteralName(type))) {
        return type;
      }
    }
    throw new IllegalStateException("no token is written " + spelling);
  }
}
