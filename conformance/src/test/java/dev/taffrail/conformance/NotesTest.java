package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taffrail.source.SourceFile;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final String NOTE =
      "- {source: tool, check: one, reason: peer is wrong, why: It is.%s}\n";

  private static Notes notes(String text) throws Notes.BadNotesException {
    return Notes.of(SourceFile.of("notes.yaml", text));
  }

  private static Case expected(String id, String expect) throws JsonProcessingException {
    return Case.of(
        new ObjectMapper()
            .readTree(
                "{\"id\":\"%s\",\"source\":\"tool\",\"check\":\"one\",\"expect\":\"%s\"}"
                    .formatted(id, expect)),
        new ObjectMapper().createObjectNode());
  }

  private static boolean explains(String more, String id, String expect) throws Exception {
    return notes(NOTE.formatted(more)).notes().getFirst().explains(expected(id, expect));
  }

  @Test
  void aNoteIsAboutTheCasesItNames() throws Exception {
    assertTrue(explains("", "tool:a/b", "pass"));
    assertTrue(explains(", cases: 'tool:a/b'", "tool:a/b", "pass"));
    assertFalse(explains(", cases: 'tool:a'", "tool:a/b", "pass"));
    assertTrue(explains(", cases: 'tool:*/b'", "tool:a/b", "pass"));
    assertTrue(explains(", cases: '*a*b*'", "tool:a/b", "pass"));
    assertFalse(explains(", cases: '*b*a*'", "tool:a/b", "pass"));
    assertFalse(explains(", cases: 'to*ool:a/b'", "tool:a/b", "pass"));
    assertTrue(explains(", expect: fail", "tool:a/b", "fail"));
    assertFalse(explains(", expect: fail", "tool:a/b", "pass"));
  }

  private static String mistake(String text) {
    return assertThrows(Notes.BadNotesException.class, () -> notes(text)).getMessage();
  }

  @Test
  void mistakesAreToldWithTheirPlace() throws Exception {
    assertEquals(Notes.NONE, notes("# nothing\n"));
    assertEquals("notes.yaml:1:1: notes are a list, not an object", mistake("a: 1\n"));
    assertEquals("notes.yaml:1:3: a note is an object, not a string", mistake("- a\n"));
    assertEquals(
        "notes.yaml:2:3: the note has no `why`",
        mistake("\n- {source: tool, check: one, reason: peer is wrong}\n"));
    assertTrue(mistake(NOTE.replace("peer is", "we are")).contains("`we are wrong` is no reason"));
    assertTrue(mistake(NOTE.formatted(", expect: skip")).contains("`expect` is pass or fail"));
    assertTrue(mistake(NOTE.formatted(", case: x")).contains("`case` is not one of"));
  }
}
