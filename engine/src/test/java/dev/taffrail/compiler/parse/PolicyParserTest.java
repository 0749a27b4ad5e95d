package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The door to the parser: whole files, single expressions, and its limits. */
class PolicyParserTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PolicyFile parse(String text) {
    return new PolicyParser().parse(SourceFile.of("test.rail", text), diagnostics::add);
  }

  private Expr parseExpression(String text) {
    return new PolicyParser().parseExpression(SourceFile.of("test.rail", text), diagnostics::add);
  }

  @Test
  void readsAnExpression() {
    var or = assertInstanceOf(Expr.Binary.class, parseExpression("a is set or b"));
    assertEquals(BinaryOperator.OR, or.operator());
    assertEquals("a is set", or.left().span().text());
    assertEquals("or", or.operatorSpan().text());
    assertEquals(List.of(), diagnostics);
  }

  @Test
  void anEmptyFileIsAPolicyFile() {
    assertEquals(0, parse("").declarations().size());
    assertTrue(diagnostics.isEmpty());
  }
}
