package dev.taffrail.schemagen;

/**
 * Writes one field as one line: name, type, then only what is known of it.
 *
 * <p>The enum comes last and reaches to the end of the line, as its values may hold spaces.
 */
final class FieldLine {
  private FieldLine() {}

  static String text(String name, FieldFacts field, String packageName, String range) {
    var line = new StringBuilder(name).append(' ').append(field.type().text(packageName));
    if (field.required()) {
      line.append(" required");
    }
    line.append(range);
    FieldNotes notes = field.notes();
    notes.defaultJson().ifPresent(value -> line.append(" default=").append(word(value)));
    notes.listType().ifPresent(value -> line.append(" list=").append(word(value)));
    if (!notes.listMapKeys().isEmpty()) {
      line.append(" keys=").append(word(String.join(",", notes.listMapKeys())));
    }
    notes.mergeKey().ifPresent(value -> line.append(" merge=").append(word(value)));
    notes.patchStrategy().ifPresent(value -> line.append(" patch=").append(word(value)));
    if (!notes.enumValues().isEmpty()) {
      line.append(" enum=").append(String.join("|", notes.enumValues()));
    }
    return line.toString();
  }

  private static String word(String value) {
    if (value.contains(" ")) {
      throw new IllegalStateException("`" + value + "` has a space and breaks the line");
    }
    return value;
  }
}
