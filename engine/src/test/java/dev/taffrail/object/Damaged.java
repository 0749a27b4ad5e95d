package dev.taffrail.object;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes of a manifest with a few of them lost, or replaced by what means something. */
final class Damaged {
  private static final String[] PIECES = {
    "\n",
    "\t",
    " ",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    "\"",
    "#",
    " #",
    "&a ",
    "*a",
    "!",
    "!!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "\\",
    "\\u",
    "\\ud800",
    "---\n",
    "\n---\n",
    "...\n",
    "\r\n",
    "\r",
    "\0",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "😀",
    "<<: ",
    "{{",
    "}}",
    "kind: List\nitems:\n",
    "0x",
    "1e999",
    "~",
    "null",
    "//",
    "/*",
    "\uFFFF",
  };

  private Damaged() {}

  static byte[] of(byte[] original, Random random) {
    byte[] damaged = original;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(damaged.length + 1);
      int to = Math.min(damaged.length, at + random.nextInt(6));
      byte[] piece =
          switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            default -> bytes(PIECES[random.nextInt(PIECES.length)]);
          };
      int cut = random.nextBoolean() ? to : at;
      var result = new byte[at + piece.length + damaged.length - cut];
      System.arraycopy(damaged, 0, result, 0, at);
      System.arraycopy(piece, 0, result, at, piece.length);
      System.arraycopy(damaged, cut, result, at + piece.length, damaged.length - cut);
      damaged = result;
    }
    return damaged;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
