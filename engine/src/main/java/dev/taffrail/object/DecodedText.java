package dev.taffrail.object;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file's bytes.
 *
 * <p>As kubectl decodes them: UTF-8 unless a byte order mark says UTF-16, the mark dropped, each
 * invalid sequence replaced by U+FFFD.
 *
 * @param text the text
 * @param broken the first invalid sequence
 */
record DecodedText(String text, Optional<Broken> broken) {
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * An invalid sequence of bytes.
   *
   * @param offset where it stands in the text
   * @param index which byte of the file it is, counted from 0
   * @param charset in what it is invalid
   */
  record Broken(int offset, int index, Charset charset) {}

  static DecodedText of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(bytes, 0, StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static DecodedText decode(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    // a text without the replacement character had nothing to replace, which is nearly every text
    return text.indexOf(REPLACEMENT) < 0
        ? new DecodedText(text, Optional.empty())
        : new DecodedText(text, firstBroken(bytes, from, charset));
  }

  private static Optional<Broken> firstBroken(byte[] bytes, int from, Charset charset) {
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var out = CharBuffer.allocate(bytes.length - from + 1);
    var result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    return result.isError()
        ? Optional.of(new Broken(out.position(), in.position(), charset))
        : Optional.empty();
  }
}
