package dev.taffrail.runtime.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuiltinsTest {
  private static final Builtins BUILTINS = Builtins.of(SchemaCatalog.newest());

  @Test
  void everyBuiltinHasAnExampleOfItsOwn() {
    var seen = new HashMap<String, String>();
    for (Builtin builtin : BUILTINS.list()) {
      String example = builtin.example();
      String name = builtin.signature().name();
      assertFalse(example.isBlank(), builtin.signature().toString());
      assertTrue(example.contains(name), example);
      // A member of many kinds, such as `pod` of workloads, needs one.
      assertEquals(name, seen.computeIfAbsent(example, e -> name), example);
    }
  }

  @Test
  void everyBuiltinIsDocumentedInSentences() {
    for (Builtin builtin : BUILTINS.list()) {
      String words = builtin.documentation();
      assertTrue(words.matches("[A-Z].*\\."), builtin.signature() + ": " + words);
    }
  }

  @Test
  void noSignatureIsDeclaredTwice() {
    var seen = new HashSet<String>();
    for (Signature signature : BUILTINS.all()) {
      assertTrue(seen.add(signature.toString()), signature.toString());
      assertEquals(signature, BUILTINS.builtin(signature).signature());
    }
  }

  @Test
  void signaturesAreFoundByName() {
    List<String> sizes =
        BUILTINS.onReceivers("size").stream()
            .map(signature -> signature.receiver().map(TypePrinter::print).orElse(""))
            .toList();
    assertTrue(sizes.containsAll(List.of("String", "List<T>", "Set<T>", "Map<K, V>", "Bytes")));
    assertEquals(List.of(), BUILTINS.onReceivers("nothing"));
    assertEquals(List.of(), BUILTINS.functions("size"));
  }

  @Test
  void allIsSortedByReceiverAndName() {
    List<String> keys =
        BUILTINS.all().stream()
            .map(s -> s.receiver().map(TypePrinter::print).orElse("") + " " + s.name())
            .toList();
    assertEquals(keys.stream().sorted().toList(), keys);
  }

  @Test
  void signaturesOfOtherCataloguesAreBugs() {
    var foreign =
        new Signature("x", Optional.of(Type.Scalar.STRING), false, List.of(), Type.Scalar.INT);
    assertThrows(IllegalStateException.class, () -> BUILTINS.builtin(foreign));
  }
}
