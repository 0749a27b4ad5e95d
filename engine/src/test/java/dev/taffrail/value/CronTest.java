package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * * | 1min",
        "*/15 * * * * | 15min",
        "*/25 * * * * | 25min",
        "0 * * * * | 1h",
        "0 0,12 * * * | 12h",
        "0 3 * * * | 1d",
        "30 2-4 * * * | 22h",
        "0 3 * * 1-5 | 3d",
        "0 3 * * MON,Thu | 4d",
        "0 0 1 * * | 31d",
        "0 0 31 * * | 61d",
        "0 0 1 1 * | 366d",
        "0 0 29 2 * | 2921d",
        "0 0 29 2 1 | 350d",
        "0 0 13 * 5 | 7d",
        "0 0 */2 * 1 | 2d",
        "0 0 1,*/1 * 1 | 7d",
        "0 0 ? * sun | 7d",
        "5/20 * * * * | 20min",
        "@yearly | 366d",
        "@annually | 366d",
        "@Monthly | 31d",
        "@weekly | 7d",
        "@daily | 1d",
        "@midnight | 1d",
        "@hourly | 1h",
        "' 0  3 * * * ' | 1d",
      })
  void longestGap(String text, String gap) {
    CronValue cron = CronValue.parse(text).orElseThrow(() -> new AssertionError(text));
    assertEquals(DurationValue.parse(gap), cron.maxGap());
    assertEquals(text, cron.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 7",
        "5-1 * * * *",
        "1-2-3 * * * *",
        "*/0 * * * *",
        "*/5/5 * * * *",
        "1,,2 * * * *",
        "1, * * * *",
        "a * * * *",
        "* * * foo *",
        "-1 * * * *",
        "+1 * * * *",
        "99999 * * * *",
        "TZ=UTC * * * * *",
        "@every 1h",
        "@reboot",
      })
  void refused(String text) {
    assertTrue(CronValue.parse(text).isEmpty());
  }

  @Test
  void longTextsAreRefused() {
    assertTrue(CronValue.parse("* * * * *" + " ".repeat(247)).isPresent());
    assertTrue(CronValue.parse("* * * * *" + " ".repeat(248)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *"})
  void someNeverRun(String text) {
    assertTrue(CronValue.parse(text).orElseThrow().maxGap().isEmpty());
  }
}
