package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.value.PathPattern.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  private static PathPattern path(String text) {
    return PathPattern.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @Test
  void keysInSingleQuotes() {
    assertEquals(path("a[\"b.c/d\"].e"), path("a['b.c/d'].e"));
    assertEquals("a[\"b.c/d\"].e", path("a['b.c/d'].e").canonical());
  }

  @Test
  void steps() {
    assertEquals(
        List.of(
            new Step.Key("spec"),
            new Step.Key("containers"),
            new Step.All(),
            new Step.Key("image")),
        path("spec.containers[*].image").steps());
    assertEquals(
        List.of(new Step.Key("metadata"), new Step.Key("labels"), new Step.Key("a/b\"]\\")),
        path("metadata.labels[\"a/b\\\"]\\\\\"]").steps());
    assertEquals(List.of(new Step.Element(0), new Step.Key("a-b")), path("[0].a-b").steps());
  }

  @Test
  void equalityIsBySteps() {
    assertEquals(path("a.b"), path("[\"a\"][\"b\"]"));
    assertEquals(path("a.b").canonical(), path("[\"a\"][\"b\"]").canonical());
    assertEquals("a[\"b/c\"][2][*]", path("a[\"b/c\"][2][*]").canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a[",
        "a[]",
        "a[-1]",
        "a[**]",
        "a[\"\"]",
        "a['']",
        "a['b]",
        "a['b\"]",
        "a b",
        "a[0]b",
        "a.0",
        "a[9999999999]",
        "$.a",
        "*"
      })
  void otherTextIsRefused(String text) {
    assertTrue(PathPattern.parse(text).isEmpty(), text);
  }

  @Test
  void longTextsAreRefused() {
    assertTrue(PathPattern.parse("a.".repeat(100_000) + "a").isEmpty());
    assertTrue(PathPattern.parse("[\"" + "x".repeat(1_000_000) + "\"]").isEmpty());
  }
}
