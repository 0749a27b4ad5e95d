package dev.taffrail.value;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * As much of DER as it takes to put older forms of private keys into the one that the JDK reads.
 */
final class DerText {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int SEQUENCE = 0x30;

  /** The tag of the curve in an EC key. */
  static final int FIRST_CONTEXT = 0xA0;

  private static final int LONG_FORM = 0x80;
  private static final int BYTE = 0xFF;
  private static final int MOST_LENGTH_BYTES = 3;

  private DerText() {}

  /** A value with its tag. */
  record Element(int tag, byte[] content) {}

  /** The elements in a row; empty if the bytes are not made of whole ones. */
  static Optional<List<Element>> elements(byte[] bytes) {
    var elements = new ArrayList<Element>();
    int at = 0;
    while (at < bytes.length) {
      int tag = bytes[at++] & BYTE;
      if (at == bytes.length) {
        return Optional.empty();
      }
      int length = bytes[at++] & BYTE;
      if (length >= LONG_FORM) {
        int count = length - LONG_FORM;
        if (count == 0 || count > MOST_LENGTH_BYTES || at + count > bytes.length) {
          return Optional.empty();
        }
        length = 0;
        for (int i = 0; i < count; i++) {
          length = (length << 8) | (bytes[at++] & BYTE);
        }
      }
      if (length > bytes.length - at) {
        return Optional.empty();
      }
      elements.add(new Element(tag, Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    return Optional.of(elements);
  }

  /** One element with a tag. */
  static byte[] write(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.size();
    if (length < LONG_FORM) {
      out.write(length);
    } else {
      int count = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
      out.write(LONG_FORM + count);
      for (int i = count - 1; i >= 0; i--) {
        out.write(length >> (8 * i));
      }
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
