package dev.taffrail.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is suggested for a misspelt word, and that nothing is when it would be a guess. */
class SpellingTest {
  private static final List<String> WORDS =
      List.of("securityContext", "containers", "initContainers", "policy", "for", "in", "app");

  @ParameterizedTest
  @CsvSource({
    "securitycontext, securityContext",
    "security_context, securityContext",
    "SecurityContext, securityContext",
    "containrs, containers",
    "contianers, containers",
    "polcy, policy",
    "polciy, policy",
    "fro, for",
    "App, app"
  })
  void suggests(String word, String meant) {
    assertEquals(Optional.of(meant), Spelling.nearest(word, WORDS));
  }

  @ParameterizedTest
  @CsvSource({"volumes", "ni", "xyz", "containment", "policy", "p"})
  void doesNotGuess(String word) {
    assertEquals(Optional.empty(), Spelling.nearest(word, WORDS));
  }

  @Test
  void knowsSynonyms() {
    assertEquals(
        Optional.of("policy"),
        Spelling.nearest("Constraint", WORDS, Map.of("constraint", "policy")));
    assertEquals(
        Optional.empty(), Spelling.nearest("Constraint", WORDS, Map.of("constraint", "rule")));
  }

  @Test
  void theNearestWins() {
    assertEquals(Optional.of("ports"), Spelling.nearest("port5", List.of("parts", "ports")));
  }

  @Test
  void ofEquallyNearOnesTheFirstInTheAlphabetWins() {
    assertEquals(Optional.of("bats"), Spelling.nearest("xats", List.of("cats", "bats")));
    assertEquals(Optional.of("bats"), Spelling.nearest("xats", List.of("bats", "cats")));
  }
}
