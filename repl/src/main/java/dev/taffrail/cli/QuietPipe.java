package dev.taffrail.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Output that ends quietly when the reader has seen enough, as in {@code taffrail … | head}: the
 * rest goes nowhere.
 */
final class QuietPipe extends OutputStream {
  private final OutputStream out;
  private boolean closed;

  QuietPipe(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      out.write(bytes, start, length);
    } catch (IOException problem) {
      noteClosed(problem);
    }
  }

  @Override
  public void flush() throws IOException {
    if (closed) {
      return;
    }
    try {
      out.flush();
    } catch (IOException problem) {
      noteClosed(problem);
    }
  }

  /** Systems tell it in words only; anything else, such as a full disk, must be reported. */
  private void noteClosed(IOException problem) throws IOException {
    String words = Optional.ofNullable(problem.getMessage()).orElse("").toLowerCase(Locale.ROOT);
    if (!words.contains("pipe")) {
      throw problem;
    }
    closed = true;
  }
}
