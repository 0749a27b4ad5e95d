package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnixPathsTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "//, /",
    "/etc, /etc",
    "/etc/, /etc",
    "//etc/../etc/, /etc",
    "/etc/../etc, /etc",
    "/./etc/./, /etc",
    "/../etc, /etc",
    "/../.., /",
    "/a/b/../../c, /c",
    "a, a",
    "a/, a",
    "./a, a",
    "a/.., .",
    "., .",
    "./, .",
    ".., ..",
    "../a/../../b, ../../b",
    "a/../../b, ../b",
    "/...//a, /.../a",
    "'/a b/ c', '/a b/ c'",
  })
  void clean(String text, String cleaned) {
    assertEquals(Optional.of(cleaned), UnixPaths.clean(text));
    assertEquals(Optional.of(cleaned), UnixPaths.clean(cleaned));
  }

  @Test
  void emptyTextIsNoPath() {
    assertTrue(UnixPaths.clean("").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/etc, /etc, true",
    "/etc/kubernetes, /etc, true",
    "/etcetera, /etc, false",
    "/etc, /etc/kubernetes, false",
    "/anything, /, true",
    "/, /, true",
    "/, /etc, false",
    "etc, /, false",
    "/etc, etc, false",
    "a/b, a, true",
    "a, ., true",
    "../a, ., false",
    "../a, .., true",
    "../../a, .., false",
  })
  void within(String path, String ancestor, boolean expected) {
    assertEquals(expected, UnixPaths.within(path, ancestor));
  }

  @Test
  void parts() {
    assertEquals(List.of("var", "run"), UnixPaths.segments("/var/run"));
    assertEquals(List.of(), UnixPaths.segments("/"));
    assertEquals(List.of(), UnixPaths.segments("."));
    assertEquals(Optional.of("run"), UnixPaths.name("/var/run"));
    assertEquals(Optional.empty(), UnixPaths.name("/"));
    assertEquals(Optional.of("/var"), UnixPaths.parent("/var/run"));
    assertEquals(Optional.of("/"), UnixPaths.parent("/var"));
    assertEquals(Optional.empty(), UnixPaths.parent("/"));
    assertEquals(Optional.of("."), UnixPaths.parent("a"));
  }
}
