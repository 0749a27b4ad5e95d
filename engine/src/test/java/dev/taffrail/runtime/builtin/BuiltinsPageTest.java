package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/builtins.md} is written from the catalogue. */
class BuiltinsPageTest {
  /** Longer lists of allowed texts are cut. */
  private static final int SHOWN_VALUES = 4;

  private static final String HEAD =
      """
      # Built-in members and functions

      Made from the catalogue of the engine; `mvn test -Dgolden=update -Dtest=BuiltinsPageTest` writes it anew. Every example is run as a
      test. What a member means where the value before the dot may be unset stands in [language.md](language.md#built-ins).

      `T`, `K` and `V` stand for any type. A list may stand where a set is wanted, and the reverse. The examples about Kubernetes objects are
      about a Pod `pod`, a Service `service`, a NetworkPolicy `networkPolicy`, a PersistentVolume `persistentVolume`, a StorageClass
      `storageClass` and an EncryptionConfiguration `encryptionConfiguration`.
      """;

  @Test
  void thePageIsWhatTheCatalogueSays() {
    var builtins = Builtins.of(SchemaCatalog.newest());
    var byReceiver = new TreeMap<String, List<Builtin>>();
    for (Signature signature : builtins.all()) {
      byReceiver
          .computeIfAbsent(receiver(signature), r -> new ArrayList<>())
          .add(builtins.builtin(signature));
    }
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("docs/builtins.md"),
        HEAD + byReceiver.entrySet().stream().map(this::section).collect(Collectors.joining()));
  }

  private static String receiver(Signature signature) {
    return signature.receiver().map(TypePrinter::print).orElse("Functions");
  }

  private String section(Map.Entry<String, List<Builtin>> section) {
    return "\n## %s\n\n| | | Example |\n|---|---|---|\n".formatted(escaped(section.getKey()))
        + section.getValue().stream().map(BuiltinsPageTest::row).collect(Collectors.joining());
  }

  private static String escaped(String type) {
    return type.replace("<", "\\<");
  }

  private static String row(Builtin builtin) {
    return "| %s | %s | %s |\n"
        .formatted(
            code(signature(builtin.signature())), builtin.documentation(), code(builtin.example()));
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replace("\n", " ") + "`";
  }

  /** Without the receiver, which is the heading. */
  private static String signature(Signature signature) {
    String parameters =
        signature.method() || signature.receiver().isEmpty()
            ? signature.parameters().stream()
                .map(p -> p.name() + ": " + TypePrinter.print(p.type()))
                .collect(Collectors.joining(", ", "(", ")"))
            : "";
    return signature.name() + parameters + ": " + shortened(signature.result());
  }

  private static String shortened(Type type) {
    return type instanceof Type.TextEnum text && text.values().size() > SHOWN_VALUES
        ? text.values().stream()
            .limit(SHOWN_VALUES)
            .map(value -> "\"" + value + "\"")
            .collect(Collectors.joining(" | ", "", " | …"))
        : TypePrinter.print(type);
  }
}
