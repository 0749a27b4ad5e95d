package dev.taffrail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void dividesMedians() {
    assertEquals(
        """
        {
          "bytesPerEvaluation": 24.000,
          "celJavaVersusTaffrail": 50.000,
          "jsonToVerdictVersusReading": 1.100,
          "versusHandWritten": 2.000
        }
        """,
        Figures.json(
            List.of(row("taffrail", 4), row("handWrittenJava", 2), row("celJava", 200)),
            24,
            List.of(row("taffrail", 11), row("reading", 10))));
  }

  private static ResultTable.Row row(String name, double time) {
    return new ResultTable.Row("passes", name, List.of(time, time, 10 * time));
  }
}
