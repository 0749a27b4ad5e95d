package dev.taffrail.compiler.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.value.DurationValue;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.UnixPaths;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts come from strangers: reading them must end with a value or without one, never otherwise.
 */
class TextsAreTotalTest {
  private static final List<String> PIECES =
      List.of(
          "",
          "a",
          "Z",
          "0",
          "1",
          "9",
          "01",
          "255",
          "999999999999999999999",
          "é",
          "\ud83d\ude00",
          "\ud83d",
          "\u0000",
          " ",
          "\n",
          ".",
          "..",
          "/",
          "//",
          ":",
          "::",
          "-",
          "_",
          "__",
          "+",
          "%",
          "@",
          "=",
          "==",
          "!=",
          "!",
          ",",
          "(",
          ")",
          "in",
          "notin",
          "[",
          "]",
          "[*]",
          "{",
          "}",
          "{9}",
          "*",
          "**",
          "?",
          "\\",
          "\\Q",
          "\\E",
          "\"",
          "'",
          "|",
          "^",
          "$",
          "#",
          "&",
          "~",
          "e",
          "E",
          "Gi",
          "m",
          "k",
          "h",
          "min",
          "ms",
          "v1.2.3",
          "-rc.1",
          "sha256:",
          "ghcr.io",
          "nginx",
          "2026-12-31",
          "T10:00",
          "Z",
          "https://",
          "localhost",
          "app",
          "CAP_");

  private static String random(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void randomTextsAreReadOrRefused() {
    var random = new Random(42);
    Map<Type.Scalar, Integer> accepted = new EnumMap<>(Type.Scalar.class);
    for (int i = 0; i < 5000; i++) {
      String text = random(random);
      for (Type.Scalar type : Type.Scalar.values()) {
        Optional<Value> value = Texts.parse(type, text);
        value.ifPresent(found -> checkLaws(type, text, found));
        accepted.merge(type, value.isPresent() ? 1 : 0, Integer::sum);
      }
      DurationValue.parse(text)
          .ifPresent(found -> assertEquals(Optional.of(found), DurationValue.parse(found.text())));
    }
    for (var type : List.of(Type.Scalar.IMAGE_REF, Type.Scalar.QUANTITY, Type.Scalar.REGEX)) {
      assertTrue(accepted.get(type) > 30, type + " was hardly tried");
    }
  }

  private static void checkLaws(Type.Scalar type, String text, Value value) {
    assertEquals(value, Texts.parse(type, text).orElseThrow());
    assertEquals(0, Ordering.total(value, value));
    ValuePrinter.plain(value);
    ValuePrinter.literal(value);
    if (type == Type.Scalar.UNIX_PATH) {
      String path = ((Value.Text) value).value();
      assertEquals(Optional.of(path), UnixPaths.clean(path), text);
      assertTrue(UnixPaths.within(path, path), text);
    }
    if (value instanceof ImageRef image) {
      image.prefixes().forEach(prefix -> assertTrue(image.within(prefix), text));
      assertTrue(ImageRef.parse(image.repository()).isPresent(), text);
    }
    if (value instanceof RegexValue regex) {
      regex.matches(text);
      regex.find(text);
    }
  }

  /** Recursive parsers fall over these. */
  @ParameterizedTest
  @EnumSource(Type.Scalar.class)
  void longTextsAreReadOrRefused(Type.Scalar type) {
    for (String piece : PIECES) {
      for (String tail : List.of("", "/", "x", "]")) {
        Texts.parse(type, piece.repeat(10_000) + tail);
        Texts.parse(type, "a" + piece.repeat(10_000) + tail);
        Texts.parse(type, ("a" + piece).repeat(10_000) + tail);
      }
    }
    assertTrue(Texts.parse(type, "\u0000".repeat(1_000_000)).isEmpty() || takesAnything(type));
  }

  private static boolean takesAnything(Type.Scalar type) {
    return switch (type) {
      case STRING, CAPABILITY, INT_OR_STRING, UNIX_PATH -> true;
      default -> false;
    };
  }
}
