package dev.taffrail.proof;

import java.nio.charset.StandardCharsets;

/** Texts with a few bytes lost, doubled or replaced. */
final class Damage {
  private static final String[] PIECES = {
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\"\"\"",
    "'",
    "!",
    "??",
    ".",
    "..",
    ",",
    ":",
    "\n",
    " ",
    "  ",
    "\t",
    "\0",
    "//",
    "/*",
    "*/",
    "///",
    "`",
    "\\",
    "\\u{",
    "é",
    "😀",
    "\u202E",
    "\uFEFF",
    "- ",
    ": ",
    "&a ",
    "*a",
    "|\n",
    ">",
    "%",
    "#",
    "---\n",
    "0x",
    "1e999",
    "5m",
    "99999999999999999999",
    "not ",
    "and ",
    "or ",
    "in ",
    "is ",
    "set ",
    "as ",
    "let ",
    "for each x in ",
    "policy X {",
    "target ",
    "when ",
    "require ",
    "forbid ",
    "if ",
    "else ",
    "then ",
    "match ",
    "re\"[\"",
    "glob\"",
    "image\"",
    "yaml\"\"\"",
    "with ",
    "fn f(",
    "enum E {",
    "import std.pss\n",
    "null",
    "~",
  };

  private Damage() {}

  static byte[] of(String text, Chance chance) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int times = 1 + chance.below(4); times > 0; times--) {
      bytes = once(bytes, chance);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Chance chance) {
    int at = chance.below(bytes.length + 1);
    int end = Math.min(bytes.length, at + chance.below(chance.oneIn(5) ? 60 : 8));
    byte[] piece =
        switch (chance.below(5)) {
          case 0 -> new byte[0];
          case 1 -> new byte[] {(byte) chance.below(256)};
          case 2 -> slice(bytes, chance);
          default -> chance.pick(PIECES).getBytes(StandardCharsets.UTF_8);
        };
    int from = chance.oneIn(2) ? end : at;
    var result = new byte[at + piece.length + bytes.length - from];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(piece, 0, result, at, piece.length);
    System.arraycopy(bytes, from, result, at + piece.length, bytes.length - from);
    return result;
  }

  /** A part of the text once more. */
  private static byte[] slice(byte[] bytes, Chance chance) {
    int from = chance.below(bytes.length + 1);
    int to = Math.min(bytes.length, from + chance.below(40));
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }
}
