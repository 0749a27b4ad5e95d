package dev.taffrail.stdlib;

import dev.taffrail.ParameterValue;
import java.util.List;
import java.util.stream.Stream;

/** Values for parameters as fixtures write them: {@code level=baseline version=1.18}. */
record Setting(String words) {
  private static final String MARK = "# with: ";

  /** The settings a fixture names in its first lines; that without values if it names none. */
  static List<Setting> of(String manifest) {
    var named =
        manifest
            .lines()
            .takeWhile(line -> line.startsWith(MARK))
            .map(line -> new Setting(line.substring(MARK.length()).strip()))
            .toList();
    return named.isEmpty() ? List.of(new Setting("")) : named;
  }

  List<ParameterValue> values() {
    return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).map(Setting::value).toList();
  }

  private static ParameterValue value(String word) {
    int equals = word.indexOf('=');
    return ParameterValue.of(word.substring(0, equals), '"' + word.substring(equals + 1) + '"');
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "defaults" : words;
  }
}
