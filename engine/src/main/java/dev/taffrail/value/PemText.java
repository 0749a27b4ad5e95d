package dev.taffrail.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file; what stands between them is ignored. */
final class PemText {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----\\s*+([^-]*+)-----END \\1-----");

  private PemText() {}

  /**
   * A block.
   *
   * @param label what it says it holds: {@code CERTIFICATE}
   * @param content empty if it is no base64
   */
  record Block(String label, Optional<byte[]> content) {}

  static List<Block> blocks(byte[] bytes) {
    Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    var blocks = new ArrayList<Block>();
    while (block.find()) {
      blocks.add(new Block(block.group(1), decoded(block.group(2))));
    }
    return blocks;
  }

  /** How many blocks of a label begin, those included that are cut off. */
  static int begun(byte[] bytes, String label) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.split("-----BEGIN " + label + "-----", -1).length - 1;
  }

  private static Optional<byte[]> decoded(String letters) {
    try {
      return Optional.of(Base64.getDecoder().decode(letters.replaceAll("\\s", "")));
    } catch (IllegalArgumentException otherLetters) {
      return Optional.empty();
    }
  }
}
