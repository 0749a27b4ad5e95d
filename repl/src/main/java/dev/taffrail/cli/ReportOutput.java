package dev.taffrail.cli;

import dev.taffrail.report.Report;
import dev.taffrail.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where a report goes: standard output, or a file that is either whole or not there. */
sealed interface ReportOutput {
  /** What goes into the output. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  default void write(ReportWriter writer, Report report) throws IOException {
    write(out -> writer.write(report, out));
  }

  void write(Content content) throws IOException;

  /** Standard output. */
  record Stream(OutputStream out) implements ReportOutput {
    @Override
    public void write(Content content) throws IOException {
      writeTo(out, content);
    }
  }

  /**
   * A file, replaced only when the report is complete, so that nobody reads half a report.
   *
   * <p>Devices and pipes cannot be replaced and are written directly.
   */
  record File(Path path) implements ReportOutput {
    @Override
    public void write(Content content) throws IOException {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
          writeTo(out, content);
        }
        return;
      }
      // A link stays a link: replace what it points to.
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path draft =
          target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
      draft.toFile().deleteOnExit(); // also when interrupted
      try {
        try (OutputStream out = Files.newOutputStream(draft)) {
          writeTo(out, content);
        }
        replace(draft, target);
      } finally {
        Files.deleteIfExists(draft);
      }
    }

    private static void replace(Path draft, Path target) throws IOException {
      try {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException oldFileSystem) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The file that the user names, or else standard output. */
  static ReportOutput of(Optional<String> file, OutputStream standardOutput) throws UsageMistake {
    return file.isPresent() ? file(file.get()) : new Stream(standardOutput);
  }

  /** The output that the user asks for; a file must be possible before anything is judged. */
  static ReportOutput file(String name) throws UsageMistake {
    Path path = Paths.of(name);
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path) || folder == null) {
      throw new UsageMistake("cannot write `" + name + "`: it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageMistake(
          "cannot write `" + name + "`: there is no folder `" + Paths.name(folder) + "`");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new UsageMistake("cannot write `" + name + "`: permission denied");
    }
    return new File(path);
  }

  private static void writeTo(OutputStream out, Content content) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    content.writeTo(text);
    text.flush();
  }
}
