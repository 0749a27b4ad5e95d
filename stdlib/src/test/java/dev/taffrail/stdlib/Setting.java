package dev.taffrail.stdlib;

import dev.taffrail.ParameterValue;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
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
    var source = SourceFile.of("setting", word);
    return new ParameterValue(
        word.substring(0, equals),
        source.span(0, equals),
        new Node.Text(word.substring(equals + 1), equals + 1, word.length()),
        source);
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "defaults" : words;
  }
}
