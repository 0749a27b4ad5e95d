package dev.taffrail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void equalTextsGiveNothing() {
    assertEquals("", UnifiedDiff.between("a\nb\n", "a\nb\n"));
  }

  @Test
  void farChangesAreHunksOfTheirOwn() {
    assertEquals(
        """
        @@ -1 +1 @@
        +zero
         1
         2
         3
        @@ -7 +8 @@
         7
         8
         9
        -10
        """,
        UnifiedDiff.between(numbers(10), "zero\n" + numbers(9)));
  }

  @Test
  void linesInCommonBetweenChangesStay() {
    assertEquals(
        """
        @@ -1 +1 @@
        -a
         b
        -c
        +x
         d
        +y
        """,
        UnifiedDiff.between("a\nb\nc\nd\n", "b\nx\nd\ny\n"));
  }

  @Test
  void aMissingLastLineEndIsSeen() {
    assertEquals(
        """
        @@ -1 +1 @@
        -a
        +a
        \\ no line end here
        """,
        UnifiedDiff.between("a\n", "a"));
  }

  @Test
  void hugeChangesAreOneBlock() {
    var before = numbers(3000);
    var after = before.replace("\n", "!\n");
    var diff = UnifiedDiff.between(before, after).lines().toList();
    assertEquals("-3000", diff.get(3000));
    assertEquals("+1!", diff.get(3001));
  }

  private static String numbers(int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining());
  }
}
