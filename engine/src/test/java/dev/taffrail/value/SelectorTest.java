package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
  private static Selector selector(String text) {
    return Selector.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    for (String label : text.isEmpty() ? new String[0] : text.split(";")) {
      labels.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
    }
    return labels;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | true",
        "'' | app=web | true",
        "app=web | app=web | true",
        "app==web | app=web | true",
        "app=web | app=db | false",
        "app=web | '' | false",
        "app!=web | app=db | true",
        "app!=web | app=web | false",
        "app!=web | '' | true",
        "app | app= | true",
        "app | '' | false",
        "!app | '' | true",
        "!app | app=web | false",
        "env in (a,b) | env=b | true",
        "env in (a,b) | env=c | false",
        "env in (a,b) | '' | false",
        "env notin (a,b) | env=c | true",
        "env notin (a,b) | env=a | false",
        "env notin (a,b) | '' | true",
        "app= | app= | true",
        "app= | app=x | false",
        "app=,tier=db | app=;tier=db | true",
        "x in () | x= | true",
        "x in (,a) | x= | true",
        "n>5 | n=6 | true",
        "n>5 | n=5 | false",
        "n<5 | n=4 | true",
        "n<5 | n=x | false",
        "n<5 | '' | false",
        "app=web,tier!=db,env in (a, b) , !x | app=web;env=a | true",
        "app=web,tier!=db,env in (a, b) , !x | app=web;env=a;x=1 | false",
        "a.b/c=d | a.b/c=d | true",
        "in in (in,notin) | in=notin | true",
        "notin notin (x) | notin=x | false",
      })
  void selects(String selector, String labels, boolean expected) {
    assertEquals(expected, selector(selector).selects(labels(labels)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "app=web,",
        ",app=web",
        "=",
        "app=a=b",
        "app===a",
        "!app=web",
        "!",
        "!!app",
        "app in a",
        "app in (a",
        "app in a)",
        "app in (a b)",
        "app web",
        "app=web tier=db",
        "n>x",
        "n>",
        "n>-1",
        "-a=b",
        "a/b/c=d",
        "A.B/c=d",
        "a=b/c",
        "a=-b",
        "(a)",
        "a in",
        "app=wäb",
        "a>1<2"
      })
  void otherTextIsRefused(String text) {
    assertTrue(Selector.parse(text).isEmpty(), text);
  }

  @Test
  void equalityIsByMeaning() {
    assertEquals(selector("a=b,c in (e,d)"), selector("c in (d, e, d), a==b, a=b"));
    assertEquals(selector("a=b,c").hashCode(), selector("c,a=b").hashCode());
    assertNotEquals(selector("a=b"), selector("a!=b"));
    assertEquals("c,a=b", selector("c,a=b").text());
  }

  @Test
  void everything() {
    assertTrue(selector(" ").isEverything());
    assertFalse(selector("a").isEverything());
  }

  @Test
  void keysOfLabels() {
    assertTrue(Labels.isKey("app.kubernetes.io/name"));
    assertTrue(Labels.isKey("A_b.c-D"));
    assertTrue(Labels.isKey("a".repeat(63)));
    assertFalse(Labels.isKey("a".repeat(64)));
    assertTrue(Labels.isKey("a.".repeat(126) + "a/b"));
    assertFalse(Labels.isKey("a.".repeat(127) + "a/b"));
    for (String bad :
        new String[] {"", "/", "a/", "/a", "a b", "a..b/c", "a_b/c", "-a", "a.", "a/b/c"}) {
      assertFalse(Labels.isKey(bad), bad);
    }
  }
}
