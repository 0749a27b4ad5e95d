package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Fragment;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed at a prompt is taken for what it is. */
class FragmentTest {
  private final List<String> messages = new ArrayList<>();

  private Fragment parse(String text) {
    return new PolicyParser()
        .parseFragment(
            SourceFile.of("prompt", text),
            (Diagnostic diagnostic) -> messages.add(diagnostic.message()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pod.spec.containers[0] | Expression",
        "if a then b else c | Expression",
        "map c in pod.containers { c.name } | Expression",
        "policy.name | Expression",
        "type + index | Expression",
        "pod = object(Deployment, \"shop\", \"cart\") | Assignment",
        "policy = 3 | Assignment",
        "let x = 3 | Statements",
        "require a message \"x\" | Statements",
        "for each c in cs { forbid c.bad } | Statements",
        "if a { require b } | Statements",
        "if let a = b { require a } | Statements",
        "'' | Statements",
        "policy P { target pod: Pod require a } | Declarations",
        "fn f() -> Int = 3 | Declarations",
        "type T = Int | Declarations",
        "import std.images | Declarations",
        "@since(\"1\") fn f() -> Int = 3 | Declarations"
      })
  void isTakenForWhatItIs(String text, String kind) {
    assertEquals(kind, parse(text).getClass().getSimpleName());
    assertEquals(List.of(), messages);
  }

  @Test
  void anAssignmentHasNameAndValue() {
    var assignment = assertInstanceOf(Fragment.Assignment.class, parse("`x-y` = 1 + 2"));
    assertEquals("x-y", assignment.name().text());
    assertEquals("1 + 2", assignment.value().span().text());
  }

  @Test
  void aMistakeIsToldAndLeavesAHole() {
    var expression = assertInstanceOf(Fragment.Expression.class, parse("a == b == c"));
    assertInstanceOf(Expr.Hole.class, expression.expression());
    assertEquals(List.of("comparisons do not form chains"), messages);
  }

  @Test
  void statementsBehindAMistakeAreRead() {
    var statements =
        assertInstanceOf(Fragment.Statements.class, parse("require\nforbid b\nlet c ="));
    assertEquals(
        List.of(Statement.Check.class, Statement.Check.class, Statement.Let.class),
        statements.statements().stream().map(Object::getClass).toList());
    assertEquals(2, messages.size(), messages.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policy P {",
        "f(a,",
        "[1,",
        "{ a: [1] ",
        "let x = \"\"\"\nabc",
        "/* comment",
        "\"{ {a: 1} }\" + ("
      })
  void thePromptWaitsForMore(String text) {
    assertTrue(new PolicyParser().isUnfinished(SourceFile.of("prompt", text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.b",
        "policy P { }",
        "\"{a}\"",
        "\"not closed",
        "\"{not closed",
        "a ) b",
        "re\"[({\""
      })
  void thePromptDoesNotWait(String text) {
    assertEquals(false, new PolicyParser().isUnfinished(SourceFile.of("prompt", text)));
  }
}
