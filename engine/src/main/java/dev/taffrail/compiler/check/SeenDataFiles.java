package dev.taffrail.compiler.check;

import dev.taffrail.finding.DataFile;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds data files, and remembers which it found. */
public final class SeenDataFiles implements DataFiles {
  private static final Pattern DATE = Pattern.compile("\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b");

  private final DataFiles files;
  private final Map<String, SourceFile> seen = new TreeMap<>();

  SeenDataFiles(DataFiles files) {
    this.files = files;
  }

  @Override
  public Found find(SourceFile policy, String path) {
    Found found = files.find(policy, path);
    if (found instanceof Found.File file) {
      seen.put(file.source().name(), file.source());
    }
    return found;
  }

  /** What was found, by name. */
  List<DataFile> all() {
    return seen.values().stream()
        .map(file -> new DataFile(file.name(), digest(file), date(file)))
        .toList();
  }

  /** A date in the comment that a file begins with is the one as of which it is. */
  private static Optional<LocalDate> date(SourceFile file) {
    return file.text()
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .flatMap(line -> DATE.matcher(line).results())
        .map(match -> match.group(1))
        .flatMap(text -> day(text).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** SHA-256 in hexadecimal digits. */
  public static String digest(SourceFile file) {
    return Sha256.hex(file.text().getBytes(StandardCharsets.UTF_8));
  }
}
