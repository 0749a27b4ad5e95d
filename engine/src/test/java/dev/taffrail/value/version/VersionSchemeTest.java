package dev.taffrail.value.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemeTest {
  /** Every pair of a chain is compared both ways. */
  @ParameterizedTest
  @CsvSource({
    "SEMVER, 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta < 1.0.0-beta.2"
        + " < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0",
    "SEMVER, 1.9.9 < v1.10.0 = 1.10.0+build.7 < 2.0.0-0 < 2.0.0-a < 2.0.0",
    "SEMVER, 1.0.0-eks-1 < 1.0.0 < 1.0.99999999999999999999",
    "MAVEN, 1-alpha-1 = 1-a1 < 1-beta < 1-milestone = 1-m0 < 1-rc = 1-cr < 1-snapshot < 1 = 1.0"
        + " = 1.0.0 = 1-ga = 1.final = 1.0-RELEASE < 1-sp < 1-foo < 1-1 < 1.1",
    "MAVEN, 1.0-SNAPSHOT < 1.0 < 1.0.1 < 1.2 < 1.10 < 1.10.0.1 < 2",
    "MAVEN, 1-foo-1 = 1foo1 < 1-foo-2 < 1-1 < 1-2",
    "DEB, 1.0~~ < 1.0~~a < 1.0~ < 1.0~rc1-1 < 1.0 = 1.0-0 < 1.0-0ubuntu1 < 1.0-1 < 1.0-1+b1"
        + " < 1.0a < 1.0+1 < 1.0.1",
    "DEB, 9.9 = 0:9.9 < 10 < 1:0.1 < 2:0",
    "DEB, 1.2.3-1~deb12u1 < 1.2.3-1 < 1.2.3-1+deb12u1 < 1.2.3-2 < 1.2.3-10",
    "RPM, 1.0~rc1 < 1.0 = 1_0 < 1.0^git1 < 1.0.a < 1.0.1 < 1.1",
    "RPM, 1.0-1 < 1.0-1.el9 < 1.0-2 < 1.0-10 < 1.1-1 < 1:0.9-1",
    "RPM, a < 1 < 1a < 1.2",
    "RPM, 5.14.0-70.el9 < 5.14.0-162.el9 < 5.14.0-162.6.1.el9_1",
    "APK, 1.2_alpha < 1.2_alpha1 < 1.2_beta < 1.2_pre2 < 1.2_rc1 < 1.2 < 1.2-r1 < 1.2_cvs < 1.2_git"
        + " < 1.2_p1 < 1.2_p2-r3 < 1.2a < 1.2.0",
    "APK, 1.2.09 < 1.2.1 < 1.2.3-r0 < 1.2.3-r1 < 1.2.3-r10 < 1.2.10",
    "PYTHON, 1.0.dev1 < 1.0a1.dev2 < 1.0a1 = 1.0alpha1 < 1.0b1 < 1.0rc1 = 1.0c1 = 1.0-preview1"
        + " < 1.0 = 1 = v1.0.0 < 1.0+local < 1.0+local.1 < 1.0+1 < 1.0.post1 = 1.0-1 < 1.1.dev0",
    "PYTHON, 2024.1 < 1!0.1",
    "GENERIC, 1.0-alpha < 1.0-beta < 1.0 = 1 = v1 < 1.0.1 < 1.2 < 1.10 < 2",
    "GENERIC, 8u202 < 8u301 < 11.0.2",
  })
  void chains(VersionScheme scheme, String chain) {
    var versions = new ArrayList<String>();
    var ranks = new ArrayList<Integer>();
    int rank = 0;
    for (String word : chain.split(" ")) {
      switch (word) {
        case "<" -> rank++;
        case "=" -> {}
        default -> {
          versions.add(word);
          ranks.add(rank);
        }
      }
    }
    for (int i = 0; i < versions.size(); i++) {
      String a = versions.get(i);
      assertTrue(scheme.accepts(a), a);
      for (int j = 0; j < versions.size(); j++) {
        String b = versions.get(j);
        assertEquals(
            Integer.compare(ranks.get(i), ranks.get(j)),
            scheme.compare(a, b),
            () -> "%s and %s".formatted(a, b));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SEMVER, 1.0",
    "SEMVER, 01.0.0",
    "SEMVER, 1.0.0-01",
    "SEMVER, latest",
    "DEB, a1",
    "DEB, 1.0_1",
    "DEB, 1.0-",
    "DEB, x:1",
    "RPM, 1.0-1-1",
    "RPM, 'a b'",
    "MAVEN, 'a b'",
    "APK, 1.2b3",
    "APK, 1.2_foo",
    "APK, 1.2-3",
    "APK, v1",
    "PYTHON, 1.0-foo",
    "PYTHON, 1..0",
    "GENERIC, '...'",
  })
  void refused(VersionScheme scheme, String version) {
    assertFalse(scheme.accepts(version), version);
  }

  @Test
  void longTextsAreNoVersions() {
    for (VersionScheme scheme : VersionScheme.values()) {
      String longest = "1" + "0".repeat(VersionScheme.LONGEST - 5) + ".0.0";
      assertEquals(VersionScheme.LONGEST, longest.length());
      assertTrue(scheme.accepts(longest), scheme.word());
      assertFalse(scheme.accepts("1" + longest), scheme.word());
      assertFalse(scheme.accepts(""), scheme.word());
    }
  }

  @Property(tries = 3000)
  void isATotalOrder(
      @ForAll VersionScheme scheme,
      @ForAll("versions") String a,
      @ForAll("versions") String b,
      @ForAll("versions") String c) {
    if (!List.of(a, b, c).stream().allMatch(scheme::accepts)) {
      return;
    }
    assertEquals(0, scheme.compare(a, a));
    assertEquals(scheme.compare(a, b), -scheme.compare(b, a));
    if (scheme != VersionScheme.MAVEN && scheme.compare(a, b) <= 0 && scheme.compare(b, c) <= 0) {
      assertTrue(scheme.compare(a, c) <= 0);
    }
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.of(
            "1", "0", "2", "10", "00", ".", ".", ".0", "-", "~", "+", "^", "a", "rc", "b1", "_p",
            "_rc1", "-r1", "dev", "post", "alpha", "x")
        .list()
        .ofMinSize(0)
        .ofMaxSize(5)
        .map(parts -> "1" + String.join("", parts));
  }
}
