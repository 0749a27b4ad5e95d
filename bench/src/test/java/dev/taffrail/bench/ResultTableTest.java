package dev.taffrail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void printsMediansAndRatiosWithinAGroup() {
    var rows =
        List.of(
            new ResultTable.Row("small", "other", List.of(50.0, 10.0, 20.0)),
            new ResultTable.Row("small", "ours", List.of(10.0, 10.0)),
            new ResultTable.Row("large", "other", List.of(3_000_000.0)),
            new ResultTable.Row("large", "ours", List.of(1_500_000.0)));
    assertEquals(
        """
                                        median    quarter 3 quarters    ratio
        small      other               20.0 ns    15.0 ns    35.0 ns     2.00
        small      ours                10.0 ns    10.0 ns    10.0 ns     1.00
        large      other               3.00 ms    3.00 ms    3.00 ms     2.00
        large      ours                1.50 ms    1.50 ms    1.50 ms     1.00
        """,
        ResultTable.print(rows, "ours").replace(System.lineSeparator(), "\n"));
  }

  @Test
  void writesThreeDigits() {
    assertEquals("1.23 us", ResultTable.time(1_234));
    assertEquals("12.3 us", ResultTable.time(12_345));
    assertEquals("123 us", ResultTable.time(123_456));
    assertEquals("2.00 ns", ResultTable.time(2));
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    assertEquals(2.5, ResultTable.quantile(List.of(1.0, 2.0, 3.0, 4.0), 0.5));
    assertEquals(7.0, ResultTable.quantile(List.of(7.0), 0.75));
  }
}
