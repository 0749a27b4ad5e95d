package dev.taffrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may use whom; docs/architecture.md draws the same table. */
class LayeringTest {
  /** Left may use right; the door may use all. */
  private static final Layers LAYERS =
      new Layers()
          .add("source")
          .add("object", "source")
          .add("value", "source", "object")
          .add("value.version")
          .add("finding", "source", "object", "value")
          .add("diagnostic", "source")
          .add("compiler.ast", "source")
          .add("compiler.type", "value", "value.version", "object")
          .add("compiler.schema", "object", "value", "compiler.type")
          .add(
              "compiler.schema.custom",
              "source",
              "object",
              "value",
              "compiler.type",
              "compiler.schema")
          .add("compiler.parse", "source", "diagnostic", "compiler.ast")
          .add(
              "compiler.document",
              "source",
              "object",
              "diagnostic",
              "compiler.ast",
              "compiler.parse")
          .add("compiler.resolve", "source", "diagnostic", "compiler.ast")
          .add("compiler.ir", "source", "value", "object", "finding", "compiler.type")
          .add(
              "compiler.check",
              "source",
              "diagnostic",
              "value",
              "object",
              "finding",
              "compiler.ast",
              "compiler.type",
              "compiler.schema",
              "compiler.resolve",
              "compiler.ir")
          .add(
              "compiler.cost",
              "source",
              "diagnostic",
              "value",
              "compiler.ast",
              "compiler.type",
              "compiler.resolve",
              "compiler.ir")
          .add("compiler.secret", "source", "diagnostic", "value", "compiler.type", "compiler.ir")
          .add("compiler", "source", "diagnostic", "value", "object", "finding", "compiler.*")
          .add("runtime.read", "source", "object", "value", "compiler.type")
          .add(
              "runtime.builtin",
              "source",
              "value",
              "value.version",
              "object",
              "compiler.type",
              "runtime.read")
          .add("runtime.inventory", "source", "object", "value", "compiler.type", "compiler.ir")
          .add(
              "runtime.external",
              "source",
              "object",
              "value",
              "compiler.type",
              "compiler.ir",
              "runtime.read")
          .add("runtime.view", "source", "object", "value", "compiler.type")
          .add(
              "runtime.interpret",
              "source",
              "object",
              "value",
              "compiler.type",
              "compiler.ir",
              "runtime.read",
              "runtime.builtin",
              "runtime.external",
              "runtime.inventory",
              "runtime.view")
          .add(
              "runtime.bytecode",
              "object",
              "value",
              "compiler.type",
              "compiler.ir",
              "runtime.read",
              "runtime.builtin",
              "runtime.inventory",
              "runtime.interpret")
          .add(
              "runtime",
              "source",
              "diagnostic",
              "object",
              "value",
              "finding",
              "compiler.type",
              "compiler.ir",
              "compiler.schema",
              "compiler.secret",
              "compiler.schema.custom",
              "runtime.*")
          .add(
              "governance",
              "source",
              "object",
              "value",
              "finding",
              "compiler.type",
              "compiler.ir",
              "runtime.interpret",
              "runtime.inventory")
          .add(
              "tooling.api",
              "source",
              "diagnostic",
              "compiler.ast",
              "compiler.parse",
              "compiler.resolve",
              "report")
          .add("tooling.cel", "source", "value", "compiler.type", "compiler.ir")
          .add(
              "tooling.explain",
              "source",
              "value",
              "compiler.type",
              "compiler.ir",
              "runtime.inventory")
          .add(
              "compiler.lint",
              "source",
              "diagnostic",
              "value",
              "compiler.ast",
              "compiler.parse",
              "compiler.resolve",
              "compiler.type",
              "compiler.ir")
          .add("tooling.format", "source", "diagnostic", "compiler.parse")
          .add("report", "source", "object", "value", "finding", "diagnostic")
          .add(
              "session",
              "source",
              "diagnostic",
              "value",
              "object",
              "compiler.ast",
              "compiler.parse",
              "compiler.type",
              "compiler.schema",
              "compiler.ir",
              "compiler.check",
              "runtime.builtin")
          .add(
              "testing",
              "source",
              "diagnostic",
              "value",
              "object",
              "finding",
              "report",
              "compiler.ast",
              "compiler.ir",
              "compiler.type",
              "compiler.parse",
              "compiler.resolve",
              "runtime.interpret",
              Layers.DOOR)
          .add(
              "tooling.doc",
              "source",
              "diagnostic",
              "object",
              "finding",
              "compiler.ast",
              "compiler.parse",
              "compiler.resolve",
              "compiler.type",
              "compiler.ir",
              "compiler.cost",
              "runtime.interpret",
              "tooling.explain",
              "testing",
              Layers.DOOR)
          .add(
              Layers.DOOR,
              "source",
              "object",
              "value",
              "finding",
              "diagnostic",
              "compiler",
              "compiler.*",
              "runtime",
              "runtime.*",
              "governance",
              "report",
              "session",
              "tooling.api",
              "tooling.cel",
              "tooling.explain",
              "tooling.format");

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() throws URISyntaxException {
    var location = PolicyEngine.class.getProtectionDomain().getCodeSource().getLocation();
    classes = new ClassFileImporter().importPath(Path.of(location.toURI()));
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    LAYERS.done().check(classes);
  }

  /** A package that is not in the table would escape the rule above. */
  @Test
  void everyPackageIsInTheTable() {
    var listed = LAYERS.names().stream().map(Layers::packageOf).collect(Collectors.toSet());
    var missing = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    missing.removeAll(listed);
    assertEquals(Set.of(), new TreeSet<>(missing));
  }

  @Test
  void theDocumentHasTheSameTable() throws IOException {
    String page = Files.readString(ProjectFolders.root().resolve("docs/architecture.md"));
    String rows = LAYERS.rows(Set.of(Layers.DOOR));
    assertTrue(
        page.contains("|---|---|\n" + rows + "\n"), () -> "docs/architecture.md needs\n" + rows);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.taffrail.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheParserKnowsItsGenerator() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.taffrail.compiler.parse")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "dev.taffrail.grammar")
        .check(classes);
  }
}
