package dev.taffrail.value;

import java.time.ZoneId;
import java.util.Set;

/** The time zones of the IANA database, by their names. */
public final class TimeZones {
  /** Only names: an offset such as {@code +02:00} would be wrong for half of the year. */
  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private TimeZones() {}

  public static boolean isZone(String text) {
    return NAMES.contains(text);
  }
}
