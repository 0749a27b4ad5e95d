package dev.taffrail.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> KNOWN =
      List.of("securityContext", "severity", "ClusterRoleBinding", "cpu", "spec", "image", "1.34");

  @ParameterizedTest
  @CsvSource({
    "securitycontext, securityContext",
    "SEVERITY, severity",
    "severty, severity",
    "sevreity, severity",
    "severitty, severity",
    "ClusterRolebindin, ClusterRoleBinding",
    "cpi, cpu",
    "imgae, image",
    "1.43, 1.34",
    "sepc, spec",
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    assertEquals(Optional.of(meant), Suggestions.nearest(word, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"cxy", "metadata", "s", "''", "spec", "serious"})
  void saysNothingWhenItDoesNotKnow(String word) {
    assertEquals(Optional.empty(), Suggestions.nearest(word, KNOWN));
  }
}
