package dev.taffrail.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final int ROOM = 40;

  @Test
  void underlinesTheFirstLineOnly() {
    assertShown("a: [1,\n  2]\n", "[1,\n  2]", "a: [1,", "   ^^^");
  }

  @Test
  void countsFromTheLineOfTheSpan() {
    assertEquals(3, excerpt("a\nb\r\nc: d\n", "d").line());
  }

  @Test
  void anEmptySpanHasOneCaret() {
    var file = SourceFile.of("f", "ab\n");
    assertEquals(new Excerpt(1, "ab", 2, 1), Excerpt.of(file.span(2, 2), ROOM));
  }

  @Test
  void anEmptyFileHasAnEmptyExcerpt() {
    var file = SourceFile.of("f", "");
    assertEquals(new Excerpt(1, "", 0, 1), Excerpt.of(file.span(0, 0), ROOM));
  }

  @Test
  void tabsAreSpaces() {
    assertShown("\ta:\tb", "b", "    a:    b", "          ^");
  }

  @Test
  void wideAndCombiningCharactersKeepTheUnderlineInPlace() {
    assertShown("漢字 e\u0301: 🚀!", "🚀", "漢字 e\u0301: 🚀!", "        ^^");
  }

  @Test
  void controlCharactersAreVisible() {
    assertShown("a\u001b[2J\u202e: b", "b", "a␛[2J\ufffd: b", "        ^");
  }

  @Test
  void aLongLineIsCutOnBothSides() {
    var excerpt = excerpt("x".repeat(500) + "here" + "y".repeat(500), "here");
    assertEquals("…xxxxxxxxxxxxherey", excerpt.text().substring(0, 18));
    assertEquals(ROOM, DisplayWidth.of(excerpt.text()));
    assertEquals(
        "here", excerpt.text().substring(excerpt.column(), excerpt.column() + excerpt.width()));
    assertTrue(excerpt.text().endsWith("y…"));
  }

  @Test
  void aLongLineIsNotCutBeforeASpanNearItsStart() {
    var excerpt = excerpt("a: here" + "y".repeat(500), "here");
    assertTrue(excerpt.text().startsWith("a: here"), excerpt.text());
    assertEquals(3, excerpt.column());
  }

  @Test
  void aLongSpanIsUnderlinedAsFarAsItIsShown() {
    var excerpt = excerpt("a: " + "y".repeat(500), "y".repeat(500));
    assertEquals(ROOM, DisplayWidth.of(excerpt.text()));
    assertEquals(ROOM, excerpt.column() + excerpt.width());
  }

  @Test
  void wideCharactersAreNotCutInHalf() {
    var excerpt = excerpt("漢".repeat(300) + "here" + "🚀".repeat(300), "here");
    assertTrue(DisplayWidth.of(excerpt.text()) <= ROOM, excerpt.text());
    assertTrue(excerpt.text().matches("…漢+here🚀+…"), excerpt.text());
  }

  private static void assertShown(String text, String span, String line, String underline) {
    var excerpt = excerpt(text, span);
    assertEquals(line, excerpt.text());
    assertEquals(underline, " ".repeat(excerpt.column()) + "^".repeat(excerpt.width()));
  }

  private static Excerpt excerpt(String text, String words) {
    int start = text.indexOf(words);
    return Excerpt.of(SourceFile.of("f", text).span(start, start + words.length()), ROOM);
  }
}
