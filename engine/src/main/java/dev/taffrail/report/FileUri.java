package dev.taffrail.report;

import java.nio.charset.StandardCharsets;

/** The name of a file as a URI: relative names stay relative. */
final class FileUri {
  private static final String PLAIN = "-._~/!$&'()*+,;=@";

  private FileUri() {}

  static String of(String name) {
    String path = name.replace('\\', '/');
    boolean hasDrive =
        path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
    if (hasDrive) {
      return "file:///" + path.substring(0, 2) + encoded(path.substring(2));
    }
    return (path.startsWith("/") ? "file://" : "") + encoded(path);
  }

  private static String encoded(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isPlain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      if (isPlain) {
        out.append(c);
      } else {
        out.append("%%%02X".formatted((int) c));
      }
    }
    return out.toString();
  }
}
