package dev.taffrail.stdlib;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Loads the engine once more, with another text in the place of one of its files.
 *
 * <p>What Kubernetes takes an unset field for is read once in a process, and nothing in the engine
 * should be able to change it; so a test that wants to change it needs an engine of its own.
 */
final class ChangedOverlay extends ClassLoader {
  private static final String OURS = "dev.taffrail.";

  private final String file;
  private final String text;

  /**
   * @param file as the class path names it
   */
  ChangedOverlay(String file, String text) {
    super(ChangedOverlay.class.getClassLoader());
    this.file = file;
    this.text = text;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return name.equals(file)
        ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
        : super.getResourceAsStream(name);
  }
}
