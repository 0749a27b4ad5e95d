package dev.taffrail.tooling.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void equalTextsHaveNoDifference() {
    assertEquals("", LineDiff.between("a", "x\n", "x\n"));
  }

  @Test
  void farChangesAreApart() {
    String before = IntStream.range(1, 21).mapToObj(i -> i + "\n").collect(Collectors.joining());
    String after = before.replace("2\n3\n", "2\nx\n3\n").replace("19\n", "");
    assertEquals(
        """
        --- a
        +++ a
        @@ -1,5 +1,6 @@
         1
         2
        +x
         3
         4
         5
        @@ -16,5 +17,4 @@
         16
         17
         18
        -19
         20
        """,
        LineDiff.between("a", before, after));
  }

  @Test
  void aMissingLineEndIsSeen() {
    assertEquals(
        """
        --- a
        +++ a
        @@ -1,1 +1,1 @@
        -x
        \\ No newline at end of file
        +x
        """,
        LineDiff.between("a", "x", "x\n"));
  }
}
