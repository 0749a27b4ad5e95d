package dev.taffrail.runtime.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContextualDefaultsTest {
  @Test
  void theOverlayAndTheRulesNameEachOther() {
    var named = new TreeSet<String>();
    for (String version : SchemaCatalog.versions()) {
      SchemaCatalog catalog = SchemaCatalog.of(version);
      for (String name : catalog.names()) {
        for (Field field : catalog.type(name).orElseThrow().fields().values()) {
          if (field.fallback().isPresent()
              && field.fallback().get() instanceof Field.Fallback.Contextual rule
              && !rule.rule().startsWith("empty record ")
              && !rule.rule().startsWith(Component.UNKNOWN_RULE)) {
            named.add(rule.rule());
          }
        }
      }
    }
    assertEquals(named, new TreeSet<>(ContextualDefaults.names()));
  }
}
