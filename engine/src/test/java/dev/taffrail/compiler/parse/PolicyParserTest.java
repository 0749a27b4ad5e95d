package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door to the parser: whole files, single expressions, and what is too much for it. */
class PolicyParserTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PolicyFile parse(String text) {
    return new PolicyParser().parse(SourceFile.of("test.rail", text), diagnostics::add);
  }

  private Expr parseExpression(String text) {
    return new PolicyParser().parseExpression(SourceFile.of("test.rail", text), diagnostics::add);
  }

  private List<String> messages() {
    return diagnostics.stream().map(Diagnostic::message).toList();
  }

  private void assertOneTooDeep() {
    assertEquals(List.of("nested more than 200 levels deep"), messages());
    assertEquals(DiagnosticCode.E0007, diagnostics.getFirst().code());
  }

  @Test
  void readsAnExpression() {
    var or = assertInstanceOf(Expr.Binary.class, parseExpression("a is set or b"));
    assertEquals(BinaryOperator.OR, or.operator());
    assertEquals("a is set", or.left().span().text());
    assertEquals("or", or.operatorSpan().text());
    assertEquals(List.of(), messages());
  }

  @Test
  void anUnreadableExpressionIsAHole() {
    var hole = parseExpression("a = ");
    assertInstanceOf(Expr.Hole.class, hole);
    assertEquals(List.of("`=` gives a name a value; it does not compare"), messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  // nothing\n", "/* nothing */"})
  void aFileMayBeEmpty(String text) {
    assertEquals(List.of(), parse(text).declarations());
    assertEquals(List.of(), messages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndEndsALine(String lineEnd) {
    parse(String.join(lineEnd, "let a = \"x", "let b = 1", "let c = \"y\""));
    assertEquals(List.of("text is not closed"), messages());
  }

  @Test
  void aBlockHasTheSameTextWhateverItsLineEnds() {
    var lines = List.of("\"\"\"", "  one", "    two {x}", "  \"\"\"");
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      var block =
          assertInstanceOf(Expr.StringLiteral.class, parseExpression(String.join(lineEnd, lines)));
      assertEquals(
          "one\n  two ", assertInstanceOf(Expr.Part.Text.class, block.parts().getFirst()).text());
    }
  }

  @Test
  void aMistakeInABindingKeepsTheName() {
    var file = parse("let x: Int = 3 +\nparam y = 4\nfn f(a) -> Int = a\nindex i of\n");
    assertEquals(4, diagnostics.size(), messages().toString());
    var names =
        file.declarations().stream()
            .map(
                declaration ->
                    switch (declaration) {
                      case Declaration.ModuleLet let -> let.let().name().text();
                      case Declaration.Parameter parameter -> parameter.name().text();
                      case Declaration.Function function -> function.name().text();
                      case Declaration.Hole hole -> hole.name().orElseThrow().text();
                      default -> declaration.toString();
                    })
            .toList();
    assertEquals(List.of("x", "y", "f", "i"), names);
  }

  @Test
  void whatIsWrittenInsteadOfAnExpressionIsAHole() {
    var file = parse("policy P {\n  target pod: Pod\n  require pod.a pod.b\n  forbid pod.c\n}\n");
    var policy = assertInstanceOf(Declaration.Policy.class, file.declarations().getFirst());
    var body = assertInstanceOf(Declaration.Body.Statements.class, policy.body());
    var require = assertInstanceOf(Statement.Check.class, body.statements().getFirst());
    assertInstanceOf(Expr.Hole.class, require.condition());
    assertEquals("pod.a pod.b", require.condition().span().text());
    assertEquals(2, body.statements().size());
    assertEquals(1, diagnostics.size(), messages().toString());
  }

  @Test
  void aLongChainOfOrIsNoDeepTree() {
    var chain = String.join(" or ", Collections.nCopies(3_000, "a.b == c"));
    assertEquals(chain, parseExpression(chain).span().text());
    assertTrue(depth(parseExpression(chain)) < 20);
    assertEquals(List.of(), messages());
  }

  private static int depth(Expr expression) {
    return expression instanceof Expr.Binary binary
        ? 1 + Math.max(depth(binary.left()), depth(binary.right()))
        : 1;
  }

  @Test
  void aShortChainLeansToTheLeft() {
    var or = assertInstanceOf(Expr.Binary.class, parseExpression("a or b or c"));
    assertEquals("a or b", or.left().span().text());
    assertEquals("c", or.right().span().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{ a: ",
        "{ ...",
        "f(",
        "x[",
        "-",
        "not ",
        "if ",
        "not (",
        "any x in xs { ",
        "\"{",
        "match x { _ => ",
        "1 + (",
        "x ?? [",
        "{ \"a\": "
      })
  void tooDeepNestingIsOneMessage(String opening) {
    parse("let x = " + opening.repeat(100_000));
    assertEquals(1, diagnostics.size());
    assertTrue(
        List.of(DiagnosticCode.E0007, DiagnosticCode.E0002).contains(diagnostics.getFirst().code()),
        messages().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"List<", "{ a: ", "{ a: X, b: "})
  void tooDeepTypesAreOneMessage(String opening) {
    parse("let x: " + opening.repeat(50_000));
    assertOneTooDeep();
    diagnostics.clear();
    parse("let x = y as " + opening.repeat(50_000));
    assertOneTooDeep();
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", ".b", "[0]", "!", " ?? b", " * 2", " with { a: 1 }", ".f()"})
  void tooLongChainsAreOneMessage(String link) {
    parseExpression("a" + link.repeat(10_000));
    assertOneTooDeep();
  }

  @Test
  void tooDeepBlocksAreOneMessage() {
    parse("policy P { target p: Pod " + "if a { ".repeat(5_000) + "}".repeat(5_001));
    assertOneTooDeep();
  }

  @Test
  void tooLongElseChainsAreOneMessage() {
    parse("policy P { target p: Pod if a { } " + "else if b { } ".repeat(5_000) + " }");
    assertOneTooDeep();
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    parseExpression("[".repeat(190) + "]".repeat(190));
    assertEquals(List.of(), messages());
  }

  @Test
  void aLineOfAMillionCharactersIsRead() {
    parseExpression("[" + "\"a\", ".repeat(200_000) + "]");
    assertEquals(List.of(), messages());
  }

  @Test
  void aMistakeInALineOfAMillionCharactersIsShownInShort() {
    parseExpression("[" + "1, ".repeat(30_000) + "= " + "2, ".repeat(30_000) + "]");
    var shown = dev.taffrail.diagnostic.DiagnosticRenderer.plain().render(diagnostics);
    assertTrue(shown.lines().allMatch(line -> line.length() < 200), shown);
    assertTrue(shown.contains("…"));
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    parse("/".repeat(SyntaxLimits.SOURCE_LENGTH + 1));
    assertEquals(List.of("file of 1048577 characters is too large"), messages());
  }

  @Test
  void declarationsHaveALimit() {
    var file = parse("let x = 1\n".repeat(SyntaxLimits.DECLARATIONS + 5));
    assertEquals(SyntaxLimits.DECLARATIONS, file.declarations().size());
    assertEquals(List.of("more than 2000 declarations in one file"), messages());
  }

  @Test
  void mistakesHaveALimit() {
    parse("let x = = 1\n".repeat(1_000));
    assertEquals(SyntaxLimits.SYNTAX_ERRORS, diagnostics.size());
    assertEquals(
        List.of("Too many mistakes: the rest of the file was not read."),
        diagnostics.getLast().help());
  }

  @Test
  void aListWithoutCommasIsOneMistake() {
    parse("let x = [" + "1 ".repeat(100_000) + "]");
    assertEquals(List.of("`,` is missing"), messages());
  }
}
