package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases of one tool: {@code cases.jsonl}, what it says of its checks, and the files. */
record CaseFolder(Path path, List<Case> cases) {
  private static final String CASES = "cases.jsonl";
  private static final String CHECKS = "checks.json";

  CaseFolder {
    cases = List.copyOf(cases);
  }

  /** The folder itself if it has cases, else the folders in it that do, sorted. */
  static List<CaseFolder> in(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(CASES))) {
      return List.of(read(folder));
    }
    var found = new ArrayList<CaseFolder>();
    try (var inside = Files.list(folder)) {
      for (Path child : inside.sorted().toList()) {
        if (Files.isRegularFile(child.resolve(CASES))) {
          found.add(read(child));
        }
      }
    }
    return found;
  }

  private static CaseFolder read(Path folder) throws IOException {
    var json = new ObjectMapper();
    Path described = folder.resolve(CHECKS);
    JsonNode checks =
        Files.isRegularFile(described)
            ? json.readTree(described.toFile())
            : json.createObjectNode();
    var cases = new ArrayList<Case>();
    for (String line : Files.readAllLines(folder.resolve(CASES))) {
      if (!line.isBlank()) {
        cases.add(Case.of(json.readTree(line), checks));
      }
    }
    return new CaseFolder(folder, cases);
  }
}
