package dev.taffrail.repl;

import dev.taffrail.source.Printable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the session says to one input.
 *
 * @param text for people, with line ends; empty if there is nothing to say
 * @param json the same for programs, in this order
 * @param end whether the session is over
 */
public record Response(Status status, String text, Map<String, Object> json, boolean end) {
  public Response {
    json = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  /** How it went; the last one is the worst. */
  public enum Status {
    GOOD,
    /** Policies or checks found violations. */
    VIOLATIONS,
    /** It was not understood. */
    WRONG,
    /** It was understood and could not be done, or has no value. */
    FAILED
  }

  /** Words to a person that are no value. */
  public static Response said(String text) {
    return of(Status.GOOD, text, Map.of("kind", "text", "text", text.strip()));
  }

  public static Response violations(String text) {
    return of(Status.VIOLATIONS, text, Map.of("kind", "text", "text", text.strip()));
  }

  /** The person has to do something else. */
  public static Response wrong(String message, String... advice) {
    return problem(Status.WRONG, message, advice);
  }

  /** It cannot be done. */
  public static Response failed(String message, String... advice) {
    return problem(Status.FAILED, message, advice);
  }

  private static Response problem(Status status, String message, String... advice) {
    var text = new StringBuilder(Printable.line(message)).append('\n');
    for (String lines : advice) {
      lines
          .lines()
          .forEach(line -> text.append("  ").append(Printable.line(line.strip())).append('\n'));
    }
    return of(status, text.toString(), Map.of("kind", "problem", "message", message));
  }

  public static Response of(Status status, String text, Map<String, Object> json) {
    return new Response(status, text, json, false);
  }

  /** Nothing to say. */
  public static Response silent() {
    return of(Status.GOOD, "", Map.of());
  }

  /** The end of the session. */
  public static Response bye() {
    return new Response(Status.GOOD, "", Map.of(), true);
  }

  /** The same with another text. */
  public Response saying(String words) {
    return new Response(status, words, json, end);
  }
}
