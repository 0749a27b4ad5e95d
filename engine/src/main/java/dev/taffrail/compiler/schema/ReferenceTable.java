package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.ReferenceFact.Condition;
import dev.taffrail.compiler.type.ReferenceFact.Scope;
import dev.taffrail.compiler.type.ReferenceFact.Target;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The facts about references of built-in kinds, read from {@code references.table}. */
final class ReferenceTable {
  private static final String FILE = "references.table";
  private static final String HOLDER = "holder ";
  private static final List<ReferenceFact> FACTS =
      read(Resources.find(FILE).orElseThrow(() -> new IllegalStateException(FILE)));

  private ReferenceTable() {}

  static List<ReferenceFact> facts() {
    return FACTS;
  }

  static List<ReferenceFact> read(String text) {
    var facts = new ArrayList<ReferenceFact>();
    var sources = new HashSet<String>();
    Optional<GroupKind> holder = Optional.empty();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      if (line.startsWith(HOLDER)) {
        holder = Optional.of(holder(line.substring(HOLDER.length())));
      } else if (holder.isEmpty()) {
        sources.add(line.substring(0, Math.max(0, line.indexOf(' '))));
      } else {
        for (String one : expanded(line).toList()) {
          facts.add(new Line(one, holder.get(), sources).fact());
        }
      }
    }
    return List.copyOf(facts);
  }

  private static GroupKind holder(String word) {
    int dot = word.indexOf('.');
    return dot < 0
        ? new GroupKind("", word)
        : new GroupKind(word.substring(dot + 1), word.substring(0, dot));
  }

  private static Stream<String> expanded(String line) {
    return line.contains("CONTAINERS")
        ? Stream.of("initContainers", "containers", "ephemeralContainers")
            .map(list -> line.replace("CONTAINERS", list))
        : Stream.of(line);
  }

  /** {@code PATH -> TARGET [SCOPE] [key FIELD] [keys PATH] [when FIELD TEXT] -- SOURCE}. */
  private static final class Line {
    private final String line;
    private final GroupKind holder;
    private final List<String> words;
    private int next = 2;

    Line(String line, GroupKind holder, Set<String> sources) {
      this.line = line;
      this.holder = holder;
      String[] parts = line.split(" -- ", 2);
      this.words = Arrays.asList(parts[0].split(" "));
      boolean known = parts.length == 2 && sources.contains(parts[1].split(" ")[0]);
      if (!known || words.size() < 3 || !words.get(1).equals("->")) {
        throw wrong();
      }
    }

    ReferenceFact fact() {
      Target target = target();
      Scope scope = new Scope.Same();
      Optional<String> key = Optional.empty();
      List<String> keys = List.of();
      Optional<Condition> condition = Optional.empty();
      while (next < words.size()) {
        switch (word()) {
          case "cluster" -> scope = new Scope.Cluster();
          case "in" -> scope = new Scope.Beside(word());
          case "key" -> key = Optional.of(word());
          case "keys" -> keys = path(word());
          case "when" -> condition = Optional.of(new Condition(word(), word()));
          default -> throw wrong();
        }
      }
      return new ReferenceFact(holder, path(words.getFirst()), target, scope, key, keys, condition);
    }

    private Target target() {
      String first = word();
      if (!first.equals("written")) {
        return new Target.One(kind(first));
      }
      String group = word();
      String kind = word();
      var possible = new HashSet<>(Arrays.asList(word().split("\\|")));
      boolean custom = possible.remove("*");
      boolean otherwise = next < words.size() && words.get(next).equals("else");
      if (otherwise) {
        next++;
      }
      return new Target.Written(
          group, kind, possible, custom, otherwise ? Optional.of(kind(word())) : Optional.empty());
    }

    private static GroupVersionKind kind(String word) {
      int slash = word.lastIndexOf('/');
      return GroupVersionKind.of(word.substring(0, slash), word.substring(slash + 1));
    }

    /** Fields are parted by dots; a key with dots in it stands in brackets. */
    private List<String> path(String word) {
      int bracket = word.indexOf("[\"");
      if (bracket < 0) {
        return List.of(word.split("\\."));
      }
      var steps = new ArrayList<>(List.of(word.substring(0, bracket).split("\\.")));
      steps.add(word.substring(bracket + 2, word.length() - 2));
      return steps;
    }

    private String word() {
      if (next >= words.size()) {
        throw wrong();
      }
      return words.get(next++);
    }

    private IllegalStateException wrong() {
      return new IllegalStateException(FILE + ": " + line);
    }
  }
}
