package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads manifests as kubectl reads them: YAML or JSON, many documents in a file, lists as their
 * items.
 *
 * <p>Stricter than kubectl on purpose in one thing: a key that stands twice in an object is an
 * error. Safe to share: it remembers which keys follow each other, so that one reader for many
 * files is faster than many readers, and nothing else changes.
 */
public final class ManifestReader {
  private final ReadLimits limits;
  private final Optional<Keeping> keeping;
  private final KnownKeys.Table known;

  public ManifestReader() {
    this(ReadLimits.DEFAULT);
  }

  public ManifestReader(ReadLimits limits) {
    this(limits, Optional.empty(), new KnownKeys.Table());
  }

  private ManifestReader(ReadLimits limits, Optional<Keeping> keeping, KnownKeys.Table known) {
    this.limits = limits;
    this.keeping = keeping;
    this.known = known;
  }

  /** What is kept of an object as soon as it is read. */
  @FunctionalInterface
  public interface Keeping {
    /** The object with a part of its tree, or nothing of it. */
    Optional<KubernetesObject> of(KubernetesObject object);
  }

  /**
   * The same reader, which forgets the rest while it reads; of the text of a file only the lines
   * remain in which something stands that is kept. Requests for admission are kept whole.
   */
  public ManifestReader keeping(Keeping part) {
    return new ManifestReader(limits, Optional.of(part), known);
  }

  /**
   * Reads a file; a file that cannot be opened is a problem of the result, not an exception.
   *
   * @param name how reports call it
   */
  public Manifest read(String name, Path path) {
    try {
      if (Files.size(path) > limits.bytes()) {
        return tooLarge(name);
      }
      try (InputStream stream = Files.newInputStream(path)) {
        return read(name, stream);
      }
    } catch (IOException failure) {
      return unreadable(
          name,
          "cannot be read: " + Failures.reason(failure),
          "check the path and its permissions");
    }
  }

  /**
   * Reads a stream to its end or to the limit, and leaves it open.
   *
   * @param name how reports call it
   */
  public Manifest read(String name, InputStream stream) {
    byte[] bytes;
    try {
      bytes =
          stream.readNBytes(
              limits.bytes() == Integer.MAX_VALUE ? limits.bytes() : limits.bytes() + 1);
    } catch (IOException failure) {
      return unreadable(
          name, "cannot be read: " + Failures.reason(failure), "check where it comes from");
    }
    return read(name, bytes);
  }

  /** Reads the bytes of a file. */
  public Manifest read(String name, byte[] bytes) {
    if (bytes.length > limits.bytes()) {
      return tooLarge(name);
    }
    DecodedText decoded = DecodedText.of(bytes);
    var reading = reading(SourceFile.of(name, decoded.text()), Units.of(decoded, bytes));
    decoded.broken().ifPresent(reading::brokenText);
    return reading.run();
  }

  /** Reads a text that is decoded already. */
  public Manifest read(SourceFile source) {
    return reading(source, Units.of(source.text())).run();
  }

  private ManifestReading reading(SourceFile source, Units units) {
    return new ManifestReading(source, units, limits, keeping, known);
  }

  private Manifest tooLarge(String name) {
    return unreadable(
        name,
        "is larger than " + limits.bytes() + " bytes",
        "split it, or leave it out if it is no manifest");
  }

  private static Manifest unreadable(String name, String message, String help) {
    var source = SourceFile.of(name, "");
    return new Manifest(
        source,
        List.of(),
        List.of(new ReadProblem(source.span(0, 0), Quoted.of(name) + " " + message, help)),
        List.of());
  }
}
