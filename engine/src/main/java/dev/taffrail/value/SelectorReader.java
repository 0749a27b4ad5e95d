package dev.taffrail.value;

import dev.taffrail.value.Selector.Operator;
import dev.taffrail.value.Selector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text form of selectors, token by token, as the Kubernetes command line does: {@code in}
 * and {@code notin} are words only where an operator can stand.
 */
final class SelectorReader {
  private static final Pattern TOKEN = Pattern.compile("\\s*(==|!=|[=!<>(),]|[^\\s=!<>(),]+)");

  private final List<String> tokens = new ArrayList<>();
  private final boolean blank;
  private int at;

  SelectorReader(String text) {
    blank = text.isBlank();
    Matcher token = TOKEN.matcher(text);
    while (token.lookingAt()) {
      tokens.add(token.group(1));
      token.region(token.end(), text.length());
    }
  }

  Optional<List<Requirement>> read() {
    var requirements = new ArrayList<Requirement>();
    while (!blank) {
      Optional<Requirement> next = requirement();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      requirements.add(next.get());
      if (at == tokens.size()) {
        break;
      }
      if (!take(",")) {
        return Optional.empty();
      }
    }
    return Optional.of(requirements);
  }

  private Optional<Requirement> requirement() {
    if (take("!")) {
      return key().map(key -> new Requirement(key, Operator.MISSING, List.of()));
    }
    return key().flatMap(this::behindKey);
  }

  private Optional<Requirement> behindKey(String key) {
    if (at == tokens.size() || tokens.get(at).equals(",")) {
      return Optional.of(new Requirement(key, Operator.EXISTS, List.of()));
    }
    return switch (tokens.get(at++)) {
      case "=", "==" -> value().map(value -> new Requirement(key, Operator.IN, List.of(value)));
      case "!=" -> value().map(value -> new Requirement(key, Operator.NOT_IN, List.of(value)));
      case ">" -> number().map(value -> new Requirement(key, Operator.ABOVE, List.of(value)));
      case "<" -> number().map(value -> new Requirement(key, Operator.BELOW, List.of(value)));
      case "in" -> values().map(values -> new Requirement(key, Operator.IN, values));
      case "notin" -> values().map(values -> new Requirement(key, Operator.NOT_IN, values));
      default -> Optional.empty();
    };
  }

  private Optional<String> key() {
    return word().filter(Labels::isKey);
  }

  /** Nothing before a comma or the end is the empty value. */
  private Optional<String> value() {
    boolean nothing =
        at == tokens.size() || tokens.get(at).equals(",") || tokens.get(at).equals(")");
    return nothing ? Optional.of("") : word().filter(Labels::isValue);
  }

  private Optional<String> number() {
    return word().filter(word -> word.matches("[0-9]{1,18}"));
  }

  private Optional<List<String>> values() {
    if (!take("(")) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    do {
      Optional<String> value = value();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    } while (take(","));
    return take(")") ? Optional.of(values) : Optional.empty();
  }

  private Optional<String> word() {
    boolean isWord = at < tokens.size() && !"=!<>(),".contains(tokens.get(at).substring(0, 1));
    return isWord ? Optional.of(tokens.get(at++)) : Optional.empty();
  }

  private boolean take(String token) {
    boolean here = at < tokens.size() && tokens.get(at).equals(token);
    at += here ? 1 : 0;
    return here;
  }
}
