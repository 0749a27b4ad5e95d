package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemVerTest {
  private static SemVer version(String text) {
    return SemVer.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "1.29.3, 1, 29, 3, ''",
    "1.33, 1, 33, 0, ''",
    "v1.29.3, 1, 29, 3, ''",
    "v1.29.3-eks-a5ec690, 1, 29, 3, ''",
    "v1.30.2-gke.1587003, 1, 30, 2, ''",
    "v1.28.5+k3s1, 1, 28, 5, ''",
    "v1.28.5+rke2r1, 1, 28, 5, ''",
    "1.31.0-alpha.0.33+a1b2c3, 1, 31, 0, alpha.0.33",
    "1.31.0-beta.1, 1, 31, 0, beta.1",
    "v1.31.0-rc.1, 1, 31, 0, rc.1",
    "1.31.0-rc1, 1, 31, 0, rc1",
    "1.31.0-rc, 1, 31, 0, rc",
    "1.31-rc.1, 1, 31, 0, rc.1",
    "1.31.0-rcx, 1, 31, 0, ''",
    "1.2.3--, 1, 2, 3, ''",
    "0.0.0, 0, 0, 0, ''",
    "999999999999999999.0.0, 999999999999999999, 0, 0, ''",
  })
  void parts(String text, long major, long minor, long patch, String preRelease) {
    SemVer version = version(text);
    assertEquals(major, version.major());
    assertEquals(minor, version.minor());
    assertEquals(patch, version.patch());
    assertEquals(preRelease, String.join(".", version.preRelease()));
    assertEquals(text, version.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "v",
        "vv1.2.3",
        "1.2.3.4",
        "01.2.3",
        "1.02.3",
        "1.2.3-",
        "1.2.3+",
        "1.2.3-a..b",
        "1.2.x",
        " 1.2.3",
        "1.2.3 ",
        "-1.2.3",
        "1.2.3+a+b",
        "latest",
        "1.2.3-ä",
        "9999999999999999999.0.0"
      })
  void otherTextIsRefused(String text) {
    assertTrue(SemVer.parse(text).isEmpty(), text);
  }

  @Test
  void theOrderIsThatOfSemVer2() {
    var ascending =
        List.of(
            "0.9.9",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1-rc.1",
            "1.0.1",
            "1.9.0",
            "1.10.0",
            "2.0.0");
    for (int i = 0; i < ascending.size(); i++) {
      for (int j = 0; j < ascending.size(); j++) {
        assertEquals(
            Integer.compare(i, j),
            Integer.signum(version(ascending.get(i)).compare(version(ascending.get(j)))),
            ascending.get(i) + " and " + ascending.get(j));
      }
    }
  }

  @Test
  void buildsOfVendorsAreTheReleaseTheyStandFor() {
    assertEquals(version("1.29.3"), version("v1.29.3-eks-abc"));
    assertEquals(version("1.29.3").hashCode(), version("v1.29.3-eks-abc").hashCode());
    assertEquals(version("1.29.0"), version("1.29"));
    assertNotEquals(version("1.29.0"), version("1.29.0-rc.1"));
  }

  @Test
  void longTextsAreRefused() {
    assertTrue(SemVer.parse("1.2.3-" + "a.".repeat(100_000) + "a").isEmpty());
  }
}
