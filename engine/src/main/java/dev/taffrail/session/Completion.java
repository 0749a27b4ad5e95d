package dev.taffrail.session;

import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.builtin.Builtin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be typed next.
 *
 * <p>The text before the caret is closed and compiled with a name in it that does not exist; the
 * checker tells what could have stood there.
 */
public final class Completion {
  /** A name that nobody gives to anything. */
  private static final String MARK = "taffrailCaret";

  private static final int MOST_OBJECTS = 200;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*$");
  private static final Pattern NAMESPACE =
      Pattern.compile("\\bobject\\(\\s*(\\w+)\\s*,\\s*\"([^\"]*)$");
  private static final Pattern NAME =
      Pattern.compile("\\bobject\\(\\s*(\\w+)\\s*,\\s*\"([^\"]*)\"\\s*,\\s*\"([^\"]*)$");
  private static final Pattern COMPARED =
      Pattern.compile("(?s)^(.*[\\w)\\]!])\\s*(?:==|!=|in\\s*\\[[^\\]]*)\\s*\"([^\"\\n]*)$");
  private static final Pattern KIND_BEFORE =
      Pattern.compile(
          "(?:\\btarget\\s+\\w+\\s*:\\s*(?:\\w+\\s*\\|\\s*)*|\\bis\\s+|\\bof\\s+|\\bobject\\(\\s*"
              + "|\\bcluster\\(\\s*|\\bcomplete\\(\\s*)$");
  private static final Pattern OPERAND_BEFORE = Pattern.compile("[\\w)\\]!\"`]\\s+$");

  /** What may follow an expression that is not finished. */
  private static final List<String> GOING_ON =
      List.of("", " { require true }", " by 1", " { true }", " then 1 else 1");

  private static final List<String> START =
      List.of(
          "enforce",
          "enum",
          "extend",
          "fn",
          "for each",
          "forbid",
          "if",
          "import",
          "index",
          "let",
          "param",
          "policy",
          "require",
          "test",
          "type",
          "waive");
  private static final List<String> BODY =
      List.of("for each", "forbid", "if", "let", "param", "require", "rule", "target", "when");
  private static final List<String> EXPRESSION =
      List.of(
          "all", "any", "closure", "count", "dict", "false", "filter", "first", "group", "if",
          "map", "match", "max", "min", "none", "not", "one", "set", "sort", "sum", "true",
          "unique");
  private static final List<String> OPERATORS =
      List.of(
          "and",
          "at",
          "contains",
          "empty",
          "endsWith",
          "implies",
          "in",
          "is empty",
          "is not empty",
          "is set",
          "is unset",
          "matches",
          "message",
          "not in",
          "or",
          "severity",
          "startsWith",
          "where",
          "with");

  private final Reference reference;
  private final Prober prober;
  private final Collection<KubernetesObject> objects;
  private final Map<String, String> names;

  /** Compiles a text and lets somebody hear what the checker missed in it. */
  public interface Prober {
    void probe(String text, Watcher watcher);
  }

  /**
   * @param objects those that can be looked up
   * @param names what was declared at the prompt and what can be imported, with words about it
   */
  public Completion(
      Reference reference,
      Prober prober,
      Collection<KubernetesObject> objects,
      Map<String, String> names) {
    this.reference = reference;
    this.prober = prober;
    this.objects = objects;
    this.names = names;
  }

  /**
   * What may be typed.
   *
   * @param start where the text begins that a candidate takes the place of
   */
  public record Found(int start, List<Candidate> candidates) {
    public Found {
      candidates = List.copyOf(candidates);
    }
  }

  /** What may stand at the end of a text. */
  public Found at(String before) {
    var lexed = new OpenText(before);
    if (lexed.inComment()) {
      return new Found(before.length(), List.of());
    }
    if (lexed.inString()) {
      return inString(before);
    }
    Matcher word = WORD.matcher(before);
    int start = word.find() ? word.start() : before.length();
    String typed = before.substring(start);
    String head = before.substring(0, start);
    List<Candidate> all =
        head.endsWith(".") && !head.endsWith("..") ? members(head) : names(head, typed);
    return new Found(start, all.stream().filter(c -> c.text().startsWith(typed)).toList());
  }

  private List<Candidate> members(String head) {
    return receiver(head).map(reference::members).orElse(List.of());
  }

  /** The type of the value before a dot at the end of a text. */
  private Optional<Type> receiver(String head) {
    var found = new ArrayList<Type>();
    probe(
        head + MARK,
        new Watcher() {
          @Override
          public void member(Type receiver, String name) {
            if (name.equals(MARK)) {
              found.add(receiver);
            }
          }

          @Override
          public void name(String name, Map<String, Type> visible, Type expected) {}
        },
        () -> !found.isEmpty());
    return found.stream().findFirst();
  }

  private interface Enough {
    boolean reached();
  }

  /** Closes what is open, in one of the ways in which the text may go on. */
  private void probe(String text, Watcher watcher, Enough enough) {
    String closing = new OpenText(text).closing();
    for (String more : GOING_ON) {
      prober.probe(text + more + closing, watcher);
      if (enough.reached()) {
        return;
      }
    }
    if (closing.contains("}")) {
      // A policy without a check is not read at all.
      int last = closing.lastIndexOf('}');
      for (String more : GOING_ON) {
        prober.probe(text + more + closing.substring(0, last) + " require true }", watcher);
        if (enough.reached()) {
          return;
        }
      }
    }
  }

  private List<Candidate> names(String head, String typed) {
    if (KIND_BEFORE.matcher(head).find()) {
      return kinds();
    }
    var found = new ArrayList<Candidate>();
    if (OPERAND_BEFORE.matcher(head).find()
        && !head.matches(
            "(?s).*\\b(and|or|not|in|implies|then|else|require|forbid|when|where|if)\\s+$")) {
      keywords(OPERATORS, found);
      if (new OpenText(head).closing().contains("}")) {
        keywords(BODY, found);
      }
    }
    String line = head.substring(head.lastIndexOf('\n') + 1).strip();
    boolean open = !new OpenText(head).closing().isEmpty();
    boolean starts = line.isEmpty() || line.endsWith("{") || line.endsWith("}");
    if (starts) {
      keywords(open ? BODY : START, found);
    }
    var byName = new TreeMap<String, Candidate>();
    locals(head).forEach((name, type) -> byName.put(name, new Candidate(name, "name", type, "")));
    names.forEach(
        (name, words) -> byName.putIfAbsent(name, new Candidate(name, "name", "", words)));
    for (Builtin builtin : reference.builtins()) {
      Signature signature = builtin.signature();
      if (signature.receiver().isEmpty()) {
        byName.putIfAbsent(
            signature.name(),
            new Candidate(
                signature.name() + "(",
                "function",
                TypePrinter.print(signature.result()),
                builtin.documentation()));
      }
    }
    for (String function : List.of("object", "cluster", "complete", "objectOf", "referrers")) {
      byName.putIfAbsent(
          function, new Candidate(function + "(", "function", "", "looks objects up"));
    }
    found.addAll(byName.values());
    keywords(EXPRESSION, found);
    if (!typed.isEmpty() && Character.isUpperCase(typed.charAt(0))) {
      found.addAll(kinds());
    }
    return found;
  }

  private static void keywords(List<String> words, List<Candidate> found) {
    for (String word : words) {
      if (found.stream().noneMatch(c -> c.text().equals(word))) {
        found.add(new Candidate(word, "keyword", "", ""));
      }
    }
  }

  /** The names of the body that the text ends in. */
  private Map<String, String> locals(String head) {
    var found = new LinkedHashMap<String, String>();
    boolean[] heard = {false};
    probe(
        head + MARK,
        new Watcher() {
          @Override
          public void member(Type receiver, String name) {}

          @Override
          public void name(String name, Map<String, Type> visible, Type expected) {
            if (name.equals(MARK)) {
              heard[0] = true;
              visible.forEach(
                  (local, type) -> {
                    if (!local.startsWith("$")) {
                      found.put(local, TypePrinter.print(type));
                    }
                  });
            }
          }
        },
        () -> heard[0]);
    return found;
  }

  private List<Candidate> kinds() {
    return reference.types().kindNames().stream()
        .map(kind -> new Candidate(kind, "kind", "", ""))
        .toList();
  }

  private Found inString(String before) {
    Matcher name = NAME.matcher(before);
    if (name.find()) {
      return new Found(
          name.start(3), objectNames(name.group(1), Optional.of(name.group(2)), name.group(3)));
    }
    Matcher namespace = NAMESPACE.matcher(before);
    if (namespace.find()) {
      var found = new TreeSet<String>();
      for (KubernetesObject object : objects) {
        if (object.kind().kind().equals(namespace.group(1))) {
          found.add(object.namespace().orElse(object.name()));
        }
      }
      return new Found(namespace.start(2), candidates(found, "namespace", namespace.group(2)));
    }
    Matcher compared = COMPARED.matcher(before);
    if (compared.find()) {
      List<String> values =
          receiver(compared.group(1) + ".").map(Reference::values).orElse(List.of());
      return new Found(compared.start(2), candidates(values, "value", compared.group(2)));
    }
    return new Found(before.length(), List.of());
  }

  private List<Candidate> objectNames(String kind, Optional<String> namespace, String typed) {
    var found = new TreeSet<String>();
    for (KubernetesObject object : objects) {
      if (object.kind().kind().equals(kind)
          && object.namespace().orElse("default").equals(namespace.orElse(""))
          && object.name().startsWith(typed)
          && found.size() < MOST_OBJECTS) {
        found.add(object.name());
      }
    }
    return candidates(found, "object", typed);
  }

  private static List<Candidate> candidates(Collection<String> texts, String group, String typed) {
    return texts.stream()
        .filter(text -> text.startsWith(typed))
        .map(text -> new Candidate(text, group, "", ""))
        .toList();
  }
}
