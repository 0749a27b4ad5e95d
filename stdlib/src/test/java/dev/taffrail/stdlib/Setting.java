package dev.taffrail.stdlib;

import dev.taffrail.ParameterValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values for parameters as fixtures write them: {@code level=baseline version=1.18}. Lists,
 * records, whole numbers and truth values are YAML, everything else is text.
 */
record Setting(String words) {
  private static final String MARK = "# with: ";

  private static final Pattern YAML = Pattern.compile("[\\[{].*|true|false|\\d+");

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

  /**
   * The same for one policy: several have parameters of the same name and another type.
   *
   * @param parameters those of the policy, {@code module/policy.name: Type}
   */
  Setting of(List<String> parameters) {
    return new Setting(
        Stream.of(words.split(" "))
            .map(
                word -> {
                  String own = "." + word.replaceFirst("=.*", "") + ":";
                  return parameters.stream()
                      .filter(p -> p.contains(own))
                      .findFirst()
                      .map(p -> p.substring(0, p.indexOf(own) + 1) + word)
                      .orElse(word);
                })
            .collect(Collectors.joining(" ")));
  }

  List<ParameterValue> values() {
    return Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).map(Setting::value).toList();
  }

  private static ParameterValue value(String word) {
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    return ParameterValue.of(
        word.substring(0, equals), YAML.matcher(value).matches() ? value : '"' + value + '"');
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "defaults" : words;
  }
}
