package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpTest {
  private static final int WIDTH = 100;

  @Test
  void theHelpOfTheProgram() {
    assertHelp("taffrail", Run.of("--help"));
    assertEquals(Run.of("--help"), Run.of("-h"));
    assertEquals(Run.of("--help"), Run.of("help"));
  }

  @ParameterizedTest
  @EnumSource
  void theHelpOfEveryCommand(Verb verb) {
    assertHelp(verb.word(), Run.of(verb.word(), "--help"));
    assertEquals(Run.of(verb.word(), "--help"), Run.of("help", verb.word()));
  }

  @ParameterizedTest
  @EnumSource
  void helpHasAnExampleAndFitsThePage(Verb verb) {
    var help = Run.of(verb.word(), "--help").out();
    assertTrue(help.contains("\n  taffrail " + verb.word()), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= WIDTH), help);
  }

  @Test
  void helpIsStrongerThanMistakes() {
    assertEquals(Run.of("check", "--help"), Run.of("check", "nowhere/", "--help"));
  }

  private static void assertHelp(String name, Run run) {
    assertEquals(0, run.status());
    assertEquals("", run.err());
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("repl/src/test/resources/help/" + name + ".txt"), run.out());
  }
}
