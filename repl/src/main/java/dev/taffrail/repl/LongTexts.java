package dev.taffrail.repl;

import java.util.List;

/** Shows so much of a long text as fits, and keeps the rest for who asks. */
final class LongTexts {
  private List<String> waiting = List.of();

  /**
   * A response that is not too long.
   *
   * @param input what it answers; the rest of a text stays while it is asked for
   */
  Response folded(String input, Response response, Settings settings) {
    if (response.text().isEmpty() || settings.lines() <= 0) {
      return response;
    }
    List<String> lines = response.text().lines().toList();
    if (lines.size() <= settings.lines()) {
      if (!input.strip().startsWith(":more")) {
        waiting = List.of();
      }
      return response;
    }
    int shown = settings.lines() - 1;
    waiting = lines.subList(shown, lines.size());
    String more = settings.ink().faint("… %d more lines (:more)".formatted(waiting.size()));
    return response.saying(String.join("\n", lines.subList(0, shown)) + "\n" + more + "\n");
  }

  /** The rest of the last long text. */
  Response more() {
    if (waiting.isEmpty()) {
      return Response.said("there is no more\n");
    }
    String rest = String.join("\n", waiting) + "\n";
    waiting = List.of();
    return Response.said(rest);
  }
}
