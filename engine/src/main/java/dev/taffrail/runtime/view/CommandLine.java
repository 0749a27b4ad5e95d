package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the command of a component in a container, as the kubelet would start it, and reads its
 * flags as the components do: {@code --f=v}, {@code --f v}, {@code --f}, with dashes or
 * underscores.
 */
final class CommandLine {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Where a shell ends the command: a pipe, another command, a redirection. */
  private static final Pattern END = Pattern.compile("[|;&]+|[0-9&]*>.*|<.*");

  /**
   * A word of the command.
   *
   * @param list the list it stands in
   * @param place the element it stands in
   */
  private record Word(String text, Place list, Place place, Node node) {}

  private CommandLine() {}

  /** The flags of the component; empty if the container does not run it. */
  static Optional<List<Argument>> flags(
      Node.Mapping container, Place place, Component component, Predicate<String> isBoolean) {
    List<Word> words = new ArrayList<>();
    words.addAll(words(container, place, "command"));
    boolean entrypoint = words.isEmpty();
    words.addAll(words(container, place, "args"));
    int start = start(words, component);
    if (start < 0 && entrypoint && isImageOf(container, component)) {
      start = 0;
    }
    return start < 0
        ? Optional.empty()
        : Optional.of(flags(words.subList(start, words.size()), isBoolean));
  }

  private static List<Word> words(Node.Mapping container, Place place, String field) {
    var words = new ArrayList<Word>();
    if (container.find(field).orElse(null) instanceof Node.Sequence list) {
      for (int i = 0; i < list.elements().size(); i++) {
        if (list.elements().get(i) instanceof Node.Text text) {
          Place element = place.key(field).element(i);
          for (String word : split(text.value())) {
            words.add(new Word(word, place.key(field), element, text));
          }
        }
      }
    }
    return words;
  }

  /** A text for a shell is cut at blanks; any other is one word. */
  private static List<String> split(String text) {
    boolean forShell = !text.startsWith("-") && BLANKS.matcher(text.strip()).find();
    if (!forShell) {
      return List.of(text);
    }
    var words = new ArrayList<String>();
    for (String word : BLANKS.split(text.strip())) {
      if (END.matcher(word).matches()) {
        break;
      }
      words.add(word.replace("\"", "").replace("'", ""));
    }
    return words;
  }

  /** The word behind the name of the binary, or -1. */
  private static int start(List<Word> words, Component component) {
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1).text();
      boolean isValue = before.startsWith("-") && !before.equals("--") && !before.contains("=");
      // The value of --kubelet-service=kube-system/kubelet ends like a path, too.
      boolean isFlag = words.get(i).text().startsWith("-");
      if (!isValue && !isFlag && baseName(words.get(i).text()).equals(component.binary())) {
        return i + 1;
      }
      if (baseName(before).equals("hyperkube")
          && ("kube-" + words.get(i).text()).equals(component.binary())) {
        return i + 1;
      }
    }
    return -1;
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Without a command the image decides: {@code registry.k8s.io/kube-proxy:v1.34.0}. */
  private static boolean isImageOf(Node.Mapping container, Component component) {
    String image = container.text("image").orElse("");
    return baseName(image).split("[:@]")[0].equals(component.binary());
  }

  private static List<Argument> flags(List<Word> words, Predicate<String> isBoolean) {
    var flags = new ArrayList<Argument>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.text().equals("--")) {
        break;
      }
      if (!word.text().startsWith("-") || word.text().length() < 2) {
        continue;
      }
      String text = word.text().replaceFirst("^--?", "");
      int equals = text.indexOf('=');
      String name = (equals < 0 ? text : text.substring(0, equals)).replace('_', '-');
      boolean valueFollows =
          equals < 0
              && !isBoolean.test(name)
              && i + 1 < words.size()
              && !words.get(i + 1).text().startsWith("--");
      String value =
          equals >= 0 ? text.substring(equals + 1) : valueFollows ? words.get(++i).text() : "true";
      flags.add(
          new Argument(
              name, value, word.list(), word.place(), word.node().start(), word.node().end()));
    }
    return flags;
  }
}
