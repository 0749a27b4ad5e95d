package dev.taffrail.cli;

import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Paths as users write them. */
final class Paths {
  private Paths() {}

  static Path of(String name) throws UsageMistake {
    try {
      return Path.of(name);
    } catch (InvalidPathException noPath) {
      throw new UsageMistake("`" + name + "` cannot be the name of a file");
    }
  }

  /** The path as reports call it: with forward slashes on every system. */
  static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The files below a folder whose names end so, sorted; hidden folders are not searched. */
  static List<Path> filesIn(Path folder, List<String> extensions) throws UsageMistake {
    var files = new ArrayList<Path>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            boolean hidden = visited.getFileName().toString().startsWith(".");
            return hidden && !visited.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean wanted = extensions.stream().anyMatch(file.toString()::endsWith);
            if (wanted && Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException problem) {
      throw new UsageMistake("cannot search `" + name(folder) + "`: " + reason(problem));
    }
    files.sort(null);
    return files;
  }

  /** The text of a file, which is UTF-8. */
  static SourceFile text(String name) throws UsageMistake {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(of(name)));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return SourceFile.of(name(of(name)), text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException notText) {
      throw new UsageMistake("`" + name + "` is not UTF-8 text", "save it as UTF-8");
    } catch (IOException problem) {
      throw new UsageMistake("cannot read `" + name + "`: " + reason(problem));
    }
  }

  /** An existing file or folder whose name is nearly this one. */
  static Optional<String> nearest(String name) {
    try {
      Path path = Path.of(name);
      Path parent = path.toAbsolutePath().getParent();
      Path last = path.getFileName();
      if (parent == null || last == null || !Files.isDirectory(parent)) {
        return Optional.empty();
      }
      try (Stream<Path> entries = Files.list(parent)) {
        List<String> names =
            entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
        return Spelling.nearest(last.toString(), names).map(path::resolveSibling).map(Paths::name);
      }
    } catch (IOException | UncheckedIOException | InvalidPathException noHelp) {
      return Optional.empty();
    }
  }

  /** Why a file could not be used, in a few words without its name. */
  static String reason(IOException problem) {
    return switch (problem) {
      case NoSuchFileException missing -> "there is no such file or folder";
      case AccessDeniedException denied -> "permission denied";
      default -> {
        String message = String.valueOf(problem.getMessage());
        yield message.substring(message.lastIndexOf(": ") + 1).strip().toLowerCase(Locale.ROOT);
      }
    };
  }
}
