package dev.taffrail.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** Permissions of files, written as four octal digits. */
public final class FileModes {
  private static final int OCTAL = 8;
  private static final Pattern FORM = Pattern.compile("(?:0o)?[0-7]{1,5}");
  private static final int ALL = 07777;

  private FileModes() {}

  /** The one form in which equal modes are equal texts: {@code 600} is {@code 0600}. */
  public static Optional<String> read(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(text.replace("0o", ""), OCTAL);
    return bits > ALL ? Optional.empty() : Optional.of("%04o".formatted(bits));
  }

  /** Whether a mode allows nothing that another does not. */
  public static boolean within(String mode, String most) {
    return (Integer.parseInt(mode, OCTAL) & ~Integer.parseInt(most, OCTAL)) == 0;
  }
}
