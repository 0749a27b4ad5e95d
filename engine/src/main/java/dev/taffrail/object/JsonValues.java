package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON values of a part of a file, read directly; from the first on that cannot be, the slower
 * reader goes on.
 */
final class JsonValues implements AutoCloseable {
  private final SourceFile source;
  private final DocumentParts.Part part;
  private final ReadLimits limits;
  private final DirectJson direct;

  /** Reads what is left. */
  private @Nullable JsonTree slower;

  JsonValues(
      SourceFile source,
      Units units,
      DocumentParts.Part part,
      ReadLimits limits,
      KnownKeys.Table known) {
    this.source = source;
    this.part = part;
    this.limits = limits;
    this.direct = new DirectJson(units, part, limits, known);
  }

  /** The next value, or empty at the end of the part. */
  Optional<Node> next() throws UnreadableException {
    if (slower != null) {
      return slower.next();
    }
    int start = direct.at();
    try {
      return direct.next();
    } catch (GaveUp left) {
      slower = new JsonTree(source, part, start, limits);
      return slower.next();
    }
  }

  @Override
  public void close() {
    if (slower != null) {
      slower.close();
    }
  }
}
