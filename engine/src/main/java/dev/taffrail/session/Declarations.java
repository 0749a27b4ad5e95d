package dev.taffrail.session;

import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was typed and stays, as the module {@value #MODULE}; immutable.
 *
 * @param all in the order typed; what replaces something stands in its place
 */
public record Declarations(List<Declared> all) {
  /** The name of the module. */
  public static final String MODULE = "repl";

  public static final Declarations NONE = new Declarations(List.of());

  public Declarations {
    all = List.copyOf(all);
  }

  /** The same with more, which take the place of what has their name. */
  public Declarations with(List<Declared> more) {
    var next = new ArrayList<>(all);
    for (Declared declared : more) {
      int at = indexOf(next, declared);
      if (at >= 0) {
        next.set(at, declared);
      } else {
        next.add(declared);
      }
    }
    return new Declarations(next);
  }

  private static int indexOf(List<Declared> list, Declared wanted) {
    for (int i = 0; i < list.size(); i++) {
      if (wanted.replaces(list.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** What the given declarations take the place of. */
  public List<Declared> replacedBy(List<Declared> more) {
    return all.stream().filter(old -> more.stream().anyMatch(m -> m.replaces(old))).toList();
  }

  /** What uses one of the names, directly or through others. */
  public List<Declared> affectedBy(List<Declared> changed) {
    var affected = new LinkedHashSet<Declared>();
    var waiting = new ArrayDeque<>(changed);
    while (!waiting.isEmpty()) {
      String name = waiting.remove().name();
      for (Declared other : all) {
        boolean isNew =
            !name.isEmpty() && other.mentions(name) && changed.stream().noneMatch(other::replaces);
        if (isNew && affected.add(other)) {
          waiting.add(other);
        }
      }
    }
    return List.copyOf(affected);
  }

  /**
   * The parsed files of the module.
   *
   * @param modules other modules, which can be named by the last part of their names
   */
  public List<PolicyFile> files(List<String> modules) {
    return all.stream()
        .filter(declared -> declared.header().isEmpty())
        .map(declared -> inModule(declared.file(), declared.text(), modules))
        .toList();
  }

  /** A further file of the module. */
  public PolicyFile inModule(PolicyFile file, String text, List<String> modules) {
    Span here = SourceFile.of(MODULE, MODULE).span(0, MODULE.length());
    var headers = new ArrayList<Header>();
    headers.add(new Header.Module(here, List.of(), name(MODULE, here), Optional.empty()));
    var visible = new LinkedHashSet<String>();
    for (Declared declared : all) {
      declared
          .header()
          .filter(h -> h instanceof Header.Import || h instanceof Header.ImportSchema)
          .ifPresent(
              header -> {
                headers.add(header);
                visible.add(declared.name());
              });
    }
    for (String module : modules) {
      String alias = module.substring(module.lastIndexOf('.') + 1);
      if (text.contains(alias + ".") && !module.equals(MODULE) && visible.add(alias)) {
        headers.add(new Header.Import(here, name(module, here), Optional.empty()));
      }
    }
    return new PolicyFile(file.source(), headers, file.declarations());
  }

  private static QualifiedName name(String text, Span span) {
    return new QualifiedName(
        span, Arrays.stream(text.split("\\.")).map(part -> new Ident(span, part)).toList());
  }

  /**
   * The module as one file, not yet in the one style; empty if nothing was typed.
   *
   * @param modules other modules, which are imported if they are named
   */
  public Optional<SourceFile> asFile(String fileName, String module, List<String> modules) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    var imports = new LinkedHashSet<String>();
    all.stream().filter(d -> d.header().isPresent()).forEach(d -> imports.add(d.text()));
    String body =
        all.stream()
            .filter(d -> d.header().isEmpty())
            .map(Declared::text)
            .collect(Collectors.joining("\n\n"));
    for (String other : modules) {
      String alias = other.substring(other.lastIndexOf('.') + 1);
      if (body.contains(alias + ".") && all.stream().noneMatch(d -> d.name().equals(alias))) {
        imports.add("import " + other);
      }
    }
    return Optional.of(
        SourceFile.of(
            fileName,
            "edition 2026\nmodule %s\n%s\n%s\n"
                .formatted(
                    module,
                    imports.stream().map(line -> line + "\n").collect(Collectors.joining()),
                    body)));
  }

  /**
   * The same without names for values that no policy, function or test uses, as they are given to
   * objects that are looked at; if there is nothing else, they stay.
   */
  public Declarations used() {
    var kept = new ArrayList<>(all);
    boolean more = all.stream().anyMatch(d -> !isName(d));
    while (more) {
      more =
          kept.removeIf(
              d ->
                  isName(d)
                      && kept.stream().noneMatch(other -> other != d && other.mentions(d.name())));
    }
    return new Declarations(kept);
  }

  private static boolean isName(Declared declared) {
    return declared.word().equals("let");
  }

  /** The names that can be used in expressions. */
  public Set<String> names() {
    return all.stream()
        .filter(d -> d.word().equals("let") || d.word().equals("function"))
        .map(Declared::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
