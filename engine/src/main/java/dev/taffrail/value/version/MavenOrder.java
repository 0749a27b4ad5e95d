package dev.taffrail.value.version;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Maven: a list of numbers and qualifiers, which opens a list inside itself at every hyphen and
 * wherever letters meet digits; what means nothing is taken from the ends of the lists.
 */
final class MavenOrder implements VersionOrder {
  private static final List<String> QUALIFIERS =
      List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

  /** A part of a version. */
  private sealed interface Part {
    record Number(String digits) implements Part {}

    record Qualifier(String word) implements Part {}

    record Group(List<Part> parts) implements Part {}
  }

  @Override
  public boolean accepts(String version) {
    return version.chars().noneMatch(Character::isWhitespace);
  }

  @Override
  public int compare(String a, String b) {
    return groups(read(a), read(b));
  }

  private static Part.Group read(String version) {
    return new Reading(version.toLowerCase(Locale.ENGLISH)).read();
  }

  /** Takes a version apart. */
  private static final class Reading {
    private final String text;
    private final Deque<Part.Group> open = new ArrayDeque<>();
    private boolean digit;
    private int start;

    Reading(String text) {
      this.text = text;
    }

    Part.Group read() {
      var whole = new Part.Group(new ArrayList<>());
      open.push(whole);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '.' || c == '-') {
          current().add(i == start ? new Part.Number("") : part(i));
          start = i + 1;
          if (c == '-') {
            openGroup();
          }
        } else if (Digits.isDigit(c)) {
          if (!digit && i > start) {
            qualifierBeforeDigit(i);
          }
          digit = true;
        } else {
          if (digit && i > start) {
            current().add(part(i));
            start = i;
            openGroup();
          }
          digit = false;
        }
      }
      if (text.length() > start) {
        if (!digit && !current().isEmpty()) {
          openGroup();
        }
        current().add(part(text.length()));
      }
      open.forEach(MavenOrder::trim);
      return whole;
    }

    private void qualifierBeforeDigit(int end) {
      if (!current().isEmpty()) {
        openGroup();
      }
      current().add(qualifier(text.substring(start, end), true));
      start = end;
      openGroup();
    }

    private Part part(int end) {
      String word = text.substring(start, end);
      return digit ? new Part.Number(word) : qualifier(word, false);
    }

    private List<Part> current() {
      return open.getFirst().parts();
    }

    private void openGroup() {
      var inner = new Part.Group(new ArrayList<>());
      current().add(inner);
      open.push(inner);
    }
  }

  private static Part.Qualifier qualifier(String word, boolean beforeDigit) {
    String full =
        switch (beforeDigit ? word : "") {
          case "a" -> "alpha";
          case "b" -> "beta";
          case "m" -> "milestone";
          default -> word;
        };
    return new Part.Qualifier(
        switch (full) {
          case "ga", "final", "release" -> "";
          case "cr" -> "rc";
          default -> full;
        });
  }

  private static void trim(Part.Group group) {
    List<Part> parts = group.parts();
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (isNothing(parts.get(i))) {
        parts.remove(i);
      } else if (!(parts.get(i) instanceof Part.Group)) {
        return;
      }
    }
  }

  private static boolean isNothing(Part part) {
    return switch (part) {
      case Part.Number number -> Digits.isZero(number.digits());
      case Part.Qualifier qualifier -> qualifier.word().isEmpty();
      case Part.Group group -> group.parts().isEmpty();
    };
  }

  private static int groups(Part.Group a, Part.Group b) {
    int most = Math.max(a.parts().size(), b.parts().size());
    for (int i = 0; i < most; i++) {
      int order;
      if (i >= b.parts().size()) {
        order = withNothing(a.parts().get(i));
      } else if (i >= a.parts().size()) {
        order = -withNothing(b.parts().get(i));
      } else {
        order = parts(a.parts().get(i), b.parts().get(i));
      }
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int withNothing(Part part) {
    return switch (part) {
      case Part.Number number -> Digits.isZero(number.digits()) ? 0 : 1;
      case Part.Qualifier qualifier -> words(qualifier.word(), "");
      case Part.Group group ->
          group.parts().stream()
              .mapToInt(MavenOrder::withNothing)
              .filter(order -> order != 0)
              .findFirst()
              .orElse(0);
    };
  }

  /** Behind a separator: qualifiers, then what a hyphen opens, then numbers. */
  private static int parts(Part a, Part b) {
    if (a instanceof Part.Number x && b instanceof Part.Number y) {
      return Digits.compare(x.digits(), y.digits());
    }
    if (a instanceof Part.Group x && b instanceof Part.Group y) {
      return groups(x, y);
    }
    if (a instanceof Part.Qualifier x && b instanceof Part.Qualifier y) {
      return words(x.word(), y.word());
    }
    return Integer.compare(rank(a), rank(b));
  }

  private static int rank(Part part) {
    return switch (part) {
      case Part.Number number -> 2;
      case Part.Group group -> 1;
      case Part.Qualifier qualifier -> 0;
    };
  }

  /** Known words in their order, then all others by alphabet. */
  private static int words(String a, String b) {
    int order = Integer.compare(place(a), place(b));
    return order != 0 || place(a) < QUALIFIERS.size() ? order : a.compareTo(b);
  }

  private static int place(String word) {
    return QUALIFIERS.contains(word) ? QUALIFIERS.indexOf(word) : QUALIFIERS.size();
  }
}
