package dev.taffrail.value;

import java.util.Arrays;

/** Bytes, as decoded from base64. */
public record BytesValue(byte[] bytes) implements Value {
  @Override
  public boolean equals(Object other) {
    return other instanceof BytesValue that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
