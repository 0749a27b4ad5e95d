package dev.taffrail.compiler.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the files packaged beside these classes. */
final class Resources {
  private Resources() {}

  /**
   * Plain ASCII costs a copy; decoding UTF-8 costs a look at every byte before the JIT wakes up.
   */
  static String readAscii(String name) {
    return find(name, StandardCharsets.ISO_8859_1)
        .orElseThrow(() -> new IllegalStateException("the file " + name + " is not packaged"));
  }

  static Optional<String> find(String name) {
    return find(name, StandardCharsets.UTF_8);
  }

  private static Optional<String> find(String name, Charset charset) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), charset));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
