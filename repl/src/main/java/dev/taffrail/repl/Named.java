package dev.taffrail.repl;

import dev.taffrail.PolicyInfo;
import dev.taffrail.Workbench;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.object.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What the name of a policy or object stands for: one thing, or why it is not one. */
public sealed interface Named<T> {
  record One<T>(T found) implements Named<T> {}

  /** None, or several. */
  record NotOne<T>(Response problem) implements Named<T> {}

  /**
   * A policy by its id, the part of it behind the slash, or its name in the language; case does not
   * matter.
   */
  static Named<PolicyInfo> policy(String name, Workbench bench) {
    var all = bench.policies();
    var found = new ArrayList<PolicyInfo>();
    for (PolicyInfo policy : all) {
      if (policy.id().equals(name) || policy.span().text().equals(name)) {
        found.add(policy);
      }
    }
    if (found.isEmpty()) {
      String wanted = plain(name);
      all.stream()
          .filter(p -> plain(p.shortName()).equals(wanted) || plain(p.id()).equals(wanted))
          .forEach(found::add);
    }
    if (found.size() == 1) {
      return new One<>(found.getFirst());
    }
    if (found.size() > 1) {
      return new NotOne<>(
          Response.wrong(
              "`" + name + "` is the name of several policies",
              String.join("\n  ", found.stream().map(PolicyInfo::id).toList())));
    }
    Optional<String> waits =
        bench.waiting().entrySet().stream()
            .filter(
                e -> plain(e.getKey().substring(e.getKey().indexOf('/') + 1)).equals(plain(name)))
            .map(e -> e.getValue())
            .findFirst();
    if (waits.isPresent()) {
      return new NotOne<>(
          Response.wrong(
              "`%s` waits for the value of its parameter `%s`".formatted(name, waits.get()),
              ":set param %s VALUE".formatted(waits.get())));
    }
    var names = new TreeSet<String>();
    all.forEach(p -> names.add(p.span().text()));
    all.forEach(p -> names.add(p.shortName()));
    return new NotOne<>(
        Response.wrong(
            "there is no policy `" + name + "`",
            Spelling.nearest(name, names)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(
                    all.isEmpty()
                        ? "none is loaded: :load FILE, or type one"
                        : ":policies lists them")));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * An object by kind, namespace and name, as far as they are needed: {@code Deployment shop/cart},
   * {@code shop/cart}, {@code deployment/cart}, {@code cart}.
   */
  static Named<KubernetesObject> object(String words, Workbench bench) {
    List<KubernetesObject> found = objects(words, bench);
    if (found.size() == 1) {
      return new One<>(found.getFirst());
    }
    if (found.isEmpty()) {
      var names = new TreeSet<String>();
      bench.objects().stream().limit(5_000).forEach(o -> names.add(o.name()));
      String last = words.substring(Math.max(words.lastIndexOf('/'), words.lastIndexOf(' ')) + 1);
      return new NotOne<>(
          Response.wrong(
              "there is no object `" + words + "`",
              Spelling.nearest(last, names)
                  .map(near -> "did you mean `" + near + "`?")
                  .orElse(
                      bench.objects().isEmpty()
                          ? "none is loaded: :load FOLDER"
                          : ":objects lists them")));
    }
    var lines = new ArrayList<String>();
    found.stream().limit(8).forEach(o -> lines.add(o.title()));
    if (found.size() > lines.size()) {
      lines.add("… and %d more".formatted(found.size() - lines.size()));
    }
    return new NotOne<>(
        Response.wrong(
            "`%s` is the name of %d objects".formatted(words, found.size()),
            lines.toArray(String[]::new)));
  }

  /** All objects that words fit. */
  static List<KubernetesObject> objects(String words, Workbench bench) {
    String[] parts = words.strip().split("\\s+", 2);
    Optional<String> kind = parts.length == 2 ? Optional.of(parts[0]) : Optional.empty();
    String rest = parts[parts.length - 1];
    int slash = rest.indexOf('/');
    String before = slash < 0 ? "" : rest.substring(0, slash);
    String name = rest.substring(slash + 1);
    var exact = new ArrayList<KubernetesObject>();
    for (KubernetesObject object : bench.objects()) {
      boolean fits =
          object.name().equals(name)
              && kind.map(k -> isKind(object, k)).orElse(true)
              && (before.isEmpty()
                  || object.namespace().orElse("default").equals(before)
                  || kind.isEmpty() && isKind(object, before));
      if (fits) {
        exact.add(object);
      }
    }
    return exact;
  }

  private static boolean isKind(KubernetesObject object, String word) {
    String kind = object.kind().kind();
    return kind.equalsIgnoreCase(word)
        || (kind + "s").equalsIgnoreCase(word)
        || kind.replaceFirst("y$", "ies").equalsIgnoreCase(word);
  }
}
