package dev.taffrail.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Paths of files, cleaned: no doubled slashes, no {@code .}, no {@code ..} that has something to go
 * up from, no slash at the end.
 *
 * <p>Only cleaned paths may be compared: {@code //etc/../etc/} is {@code /etc}.
 */
public final class UnixPaths {
  private UnixPaths() {}

  /** The shortest path with the same meaning, symbolic links aside; empty text has none. */
  public static Optional<String> clean(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean absolute = text.startsWith("/");
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : text.split("/", -1)) {
      if (segment.equals("..") && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (segment.equals("..") && !absolute) {
        kept.addLast(segment);
      } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        kept.addLast(segment);
      }
    }
    String joined = (absolute ? "/" : "") + String.join("/", kept);
    return Optional.of(joined.isEmpty() ? "." : joined);
  }

  /** Whether a cleaned path is another one or lies below it, by whole segments. */
  public static boolean within(String path, String ancestor) {
    if (path.startsWith("/") != ancestor.startsWith("/")) {
      return false;
    }
    List<String> below = segments(path);
    List<String> above = segments(ancestor);
    boolean leavesIt = below.size() > above.size() && below.get(above.size()).equals("..");
    return below.size() >= above.size()
        && below.subList(0, above.size()).equals(above)
        && !leavesIt;
  }

  /** The names in a cleaned path; none for the root and for {@code .}. */
  public static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** The last name of a cleaned path. */
  public static Optional<String> name(String path) {
    List<String> segments = segments(path);
    return segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
  }

  /** The folder a cleaned path lies in; the root lies in none. */
  public static Optional<String> parent(String path) {
    return path.equals("/") ? Optional.empty() : clean(path + "/..");
  }
}
