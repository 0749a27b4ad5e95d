package dev.taffrail.value;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;

/** The time zones of the IANA database, by their names. */
public final class TimeZones {
  /** Only names: an offset such as {@code +02:00} would be wrong for half of the year. */
  private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private TimeZones() {}

  /** The version of the database, {@code 2026a}; rules of zones change with it. */
  public static String version() {
    return ZoneRulesProvider.getVersions("UTC").lastKey();
  }

  public static boolean isZone(String text) {
    return NAMES.contains(text);
  }
}
