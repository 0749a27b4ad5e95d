package dev.taffrail;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.testkit.MarkdownFile;
import dev.taffrail.testkit.ProjectFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Everything the documentation shows is run, see {@link DocumentedExamples}. */
class DocumentationTest {
  private static final Path ROOT = ProjectFolders.root();

  private static final List<String> DOCUMENTS =
      List.of("README.md", "docs/language.md", "docs/embedding.md");

  @TestFactory
  Stream<DynamicNode> examples() {
    return DOCUMENTS.stream()
        .map(
            name -> {
              var examples = new DocumentedExamples(ROOT.resolve(name));
              return dynamicContainer(
                  name,
                  examples.blocks().stream()
                      .map(b -> dynamicTest(title(b), () -> examples.check(b))));
            });
  }

  private static String title(MarkdownFile.Block block) {
    return "line %d: %s".formatted(block.line(), block.info());
  }
}
