package dev.taffrail.tooling.api;

import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.api.Change.Effect;
import dev.taffrail.tooling.api.Entry.Facet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two versions of policy files offer: ids, parameters and signatures. What checks
 * demand is not compared.
 */
public final class ApiDiff {
  private final Map<String, Entry> before;
  private final Map<String, Entry> after;
  private final List<Change> changes = new ArrayList<>();

  private ApiDiff(Map<String, Entry> before, Map<String, Entry> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The differences, breaking ones first, then by id.
   *
   * @param sink hears of mistakes in either version; with a mistake the differences mean nothing
   */
  public static List<Change> between(
      Collection<SourceFile> before, Collection<SourceFile> after, DiagnosticSink sink) {
    var diff = new ApiDiff(Api.of(parsed(before, sink)), Api.of(parsed(after, sink)));
    diff.compare();
    return diff.changes.stream()
        .sorted(
            Comparator.comparing(Change::effect)
                .thenComparing(Change::id)
                .thenComparing(Change::what)
                .thenComparing(Change::words))
        .toList();
  }

  private static List<PolicyFile> parsed(Collection<SourceFile> files, DiagnosticSink sink) {
    var parser = new PolicyParser();
    return files.stream().map(file -> parser.parse(file, sink)).toList();
  }

  private void compare() {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Entry old = before.get(key);
      Entry now = after.get(key);
      if (old == null) {
        added(Objects.requireNonNull(now));
      } else if (now == null) {
        gone(old);
      } else {
        changed(old, now);
      }
    }
  }

  private void added(Entry now) {
    if (now.mustBeGiven() && ownerIsOld(now)) {
      add(Effect.BREAKING, now, "is new and has no default");
    } else {
      add(Effect.ADDED, now, "is new");
    }
  }

  /** A parameter of a new policy asks nothing of those who know the old ones. */
  private boolean ownerIsOld(Entry parameter) {
    int dot = parameter.id().lastIndexOf('.');
    String owner = parameter.id().substring(0, Math.max(dot, 0));
    return !owner.contains("/") || before.containsKey("policy " + owner);
  }

  private void gone(Entry old) {
    Optional<Entry> renamed =
        after.values().stream().filter(now -> now.formerly().contains(old.id())).findFirst();
    if (renamed.isPresent()) {
      add(Effect.ADDED, old, "is now " + renamed.get().id());
    } else {
      add(Effect.BREAKING, old, "is gone");
    }
  }

  private void changed(Entry old, Entry now) {
    for (Facet facet : Facet.values()) {
      String was = old.facets().get(facet);
      String is = now.facets().get(facet);
      if (!Objects.equals(was, is)) {
        add(effect(facet, was == null, is == null), now, words(facet, was, is), was, is);
      }
    }
  }

  private static Effect effect(Facet facet, boolean isNew, boolean gone) {
    return switch (facet) {
      case DEFAULT -> gone ? Effect.BREAKING : Effect.BEHAVIOUR;
      case CONDITION -> gone ? Effect.BEHAVIOUR : Effect.BREAKING;
      case SIGNATURE, TYPE, KEY -> Effect.BREAKING;
      case TARGET, SEVERITY, SELECTION -> Effect.BEHAVIOUR;
      case DEPRECATION -> isNew ? Effect.ADDED : Effect.BEHAVIOUR;
    };
  }

  private static String words(Facet facet, @Nullable String was, @Nullable String is) {
    if (facet == Facet.DEPRECATION) {
      String advice = is == null || is.isEmpty() ? "" : ": " + is;
      return is == null ? "is not deprecated any more" : "is deprecated" + advice;
    }
    if (is == null) {
      return "has no %s any more; it was %s".formatted(facet.word(), was);
    }
    return was == null
        ? "has a %s: %s".formatted(facet.word(), is)
        : "has another %s: %s instead of %s".formatted(facet.word(), is, was);
  }

  private void add(Effect effect, Entry entry, String words) {
    add(effect, entry, words, null, null);
  }

  private void add(
      Effect effect, Entry entry, String words, @Nullable String was, @Nullable String is) {
    changes.add(
        new Change(
            effect,
            entry.what(),
            entry.id(),
            words,
            Optional.ofNullable(was),
            Optional.ofNullable(is)));
  }
}
