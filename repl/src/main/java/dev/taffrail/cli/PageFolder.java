package dev.taffrail.cli;

import dev.taffrail.tooling.doc.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder that pages are written to. It may hold other files, which are left alone: a page is
 * told by its first lines.
 */
final class PageFolder {
  private static final int BEGINNING = 200;

  private final Path folder;

  PageFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What would have to change: files that are missing or different, and pages that nobody makes any
   * more.
   */
  List<String> stale(Map<String, String> wanted) throws UsageMistake, IOException {
    var stale = new ArrayList<String>();
    for (var page : wanted.entrySet()) {
      Path file = folder.resolve(page.getKey());
      if (!Files.isRegularFile(file)) {
        stale.add(Paths.name(file) + " is missing");
      } else if (!Arrays.equals(Files.readAllBytes(file), bytes(page.getValue()))) {
        stale.add(Paths.name(file) + " is stale");
      }
    }
    for (Path file : left(wanted)) {
      stale.add(Paths.name(file) + " is about nothing any more");
    }
    return stale;
  }

  /** Writes what differs, and takes away pages that nobody makes any more. */
  void write(Map<String, String> wanted) throws UsageMistake, IOException {
    for (String name : wanted.keySet()) {
      Path file = folder.resolve(name);
      if (Files.exists(file) && !isPage(file)) {
        throw new UsageMistake(
            "`" + Paths.name(file) + "` is no page of `taffrail doc`, and would be overwritten",
            "name another folder, or take the file away");
      }
    }
    for (Path file : left(wanted)) {
      Files.delete(file);
    }
    for (var page : wanted.entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes(page.getValue()))) {
        Files.write(file, bytes(page.getValue()));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Pages in the folder that are not wanted. */
  private List<Path> left(Map<String, String> wanted) throws IOException {
    var found = new TreeMap<String, Path>();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = Paths.name(folder.relativize(file));
            boolean page = name.endsWith(".md") || name.endsWith(".html");
            if (page && attributes.isRegularFile() && !wanted.containsKey(name) && isPage(file)) {
              found.put(name, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(found.values());
  }

  private static boolean isPage(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(Page.MARK);
    }
  }
}
