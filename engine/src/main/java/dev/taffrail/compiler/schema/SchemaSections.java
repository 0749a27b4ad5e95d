package dev.taffrail.compiler.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generated schema file, cut into its sections.
 *
 * <p>Every heading ends with the length of its section, so start-up hops from one to the next and
 * scans nothing: a command reads only the few packages its policies name.
 */
final class SchemaSections {
  private final String text;
  private final Map<String, Section> sectionsByTitle = new LinkedHashMap<>();

  private record Section(int start, int end) {}

  SchemaSections(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      if (text.charAt(start) == '#') {
        start = newline + 1;
        continue;
      }
      int space = text.lastIndexOf(' ', newline);
      int end = newline + 1 + Integer.parseInt(text.substring(space + 1, newline));
      sectionsByTitle.put(text.substring(start, space), new Section(newline + 1, end));
      start = end;
    }
  }

  List<String> titles() {
    return List.copyOf(sectionsByTitle.keySet());
  }

  Optional<String> text(String title) {
    return Optional.ofNullable(sectionsByTitle.get(title))
        .map(section -> text.substring(section.start, section.end));
  }

  List<String> lines(String title) {
    return text(title).stream().flatMap(String::lines).filter(line -> !line.isEmpty()).toList();
  }
}
