package dev.taffrail.value;

import java.util.regex.Pattern;

/** The form of content digests, {@code sha256:} and 64 hexadecimal digits. */
public final class Digests {
  /** The algorithms that container runtimes know, each with its exact length. */
  private static final Pattern FORM =
      Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");

  private Digests() {}

  public static boolean valid(String text) {
    return FORM.matcher(text).matches();
  }
}
