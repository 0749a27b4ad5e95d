package dev.taffrail.schemagen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VersionRangeTest {

  @Test
  void rangesOpenTowardsTheEdges() {
    assertEquals("@1.33-", text(false, false, true, true));
    assertEquals("@-1.32", text(true, true, false, false));
    assertEquals("@1.32-1.33", text(false, true, true, false));
  }

  @Test
  void oneVersionStandsAlone() {
    assertEquals("@1.31", text(true, false, false, false));
    assertEquals("@1.34", text(false, false, false, true));
  }

  @Test
  void gapsPartRanges() {
    assertEquals("@1.31,1.33-", text(true, false, true, true));
  }

  private static String text(Boolean... holds) {
    return VersionRange.text(List.of("1.31", "1.32", "1.33", "1.34"), List.of(holds));
  }
}
