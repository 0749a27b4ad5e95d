package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CompileTest {
  private static final String INPUTS = "src/test/resources/inputs/";

  @Test
  void policiesThatCompileAreCounted() {
    assertEquals(new Run(0, "2 files: 0 errors\n", ""), Run.of("compile", INPUTS + "policies"));
  }

  @Test
  void mistakesAreShownAndCounted() {
    var run = Run.of("compile", INPUTS + "broken", INPUTS + "policies");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("E0118") && run.err().contains("E0102"), run::err);
    assertTrue(run.err().endsWith("3 files: 2 errors\n"), run::err);
  }

  @Test
  void quietShowsErrorsOnly() {
    assertEquals(new Run(0, "", ""), Run.of("compile", "--quiet", INPUTS + "policies"));
    var run = Run.of("compile", "--quiet", INPUTS + "broken");
    assertTrue(run.err().contains("E0118") && !run.err().contains("2 errors"), run::err);
  }

  @Test
  void formsOfPoliciesAreShown() {
    var tree = Run.of("compile", "--quiet", "--show", "ir", INPUTS + "policies");
    assertEquals(0, tree.status());
    assertTrue(tree.out().startsWith("policy "), tree::out);
    assertTrue(tree.out().contains("ReadField"), tree::out);
    var code = Run.of("compile", "--quiet", "--show", "bytecode", INPUTS + "policies");
    assertEquals(0, code.status());
    assertTrue(code.out().contains("invokestatic Tree."), code::out);
    var unknown = Run.of("compile", "--show", "assembler", INPUTS + "policies");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("there is no form `assembler`"), unknown::err);
  }
}
