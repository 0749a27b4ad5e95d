package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.finding.EnginePolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the policies that waivers and enforcement name, by their names in code or by their ids. */
final class GovernedPolicies {
  private final Resolution names;

  GovernedPolicies(Resolution names) {
    this.names = names;
  }

  /**
   * A policy.
   *
   * @param rules the names of its rules in kebab case; none if it has statements
   * @param deprecated what its author says to use instead, if it is marked
   */
  record Found(String id, List<String> rules, Optional<String> deprecated) {}

  /** What became of a name. */
  sealed interface Answer {
    record Policy(Found policy) implements Answer {}

    record Module(String name) implements Answer {}

    /** A name that several modules use. */
    record Ambiguous(List<String> ids) implements Answer {}

    /** No such policy, where it should be. */
    record NoPolicy(String name, List<String> known) implements Answer {}

    /** Nothing is known of the module. */
    record NoModule(String name, List<String> known) implements Answer {}
  }

  /** A policy, else a module if that is wanted as well. */
  Answer find(QualifiedName written, FileScope file, boolean modules) {
    if (written.isSimple()) {
      return simple(written.text(), file, modules);
    }
    var parts = written.parts();
    String last = written.last().text();
    String before =
        parts.subList(0, parts.size() - 1).stream()
            .map(Ident::text)
            .collect(Collectors.joining("."));
    String module = file.imported(before).orElse(before);
    Optional<Found> policy = policy(module, last);
    if (policy.isPresent()) {
      return new Answer.Policy(policy.get());
    }
    if (modules && isModule(written.text())) {
      return new Answer.Module(written.text());
    }
    Optional<Found> renamed = former(Names.policyId(module, last));
    if (renamed.isPresent()) {
      return new Answer.Policy(renamed.get());
    }
    return isModule(module)
        ? new Answer.NoPolicy(last, policyNames(module))
        : new Answer.NoModule(modules ? written.text() : before, moduleNames());
  }

  private Answer simple(String name, FileScope file, boolean modules) {
    Optional<Found> own = policy(file.module(), name);
    if (own.isPresent()) {
      return new Answer.Policy(own.get());
    }
    String module = file.imported(name).orElse(name);
    if (modules && isModule(module)) {
      return new Answer.Module(module);
    }
    var found = names.judged().stream().distinct().flatMap(m -> policy(m, name).stream()).toList();
    if (found.size() > 1) {
      return new Answer.Ambiguous(found.stream().map(Found::id).sorted().toList());
    }
    if (found.isEmpty()) {
      var known = new ArrayList<>(judgedPolicies());
      known.addAll(modules ? moduleNames() : List.of());
      return new Answer.NoPolicy(name, known);
    }
    return new Answer.Policy(found.getFirst());
  }

  private boolean isModule(String name) {
    return names.module(name).isPresent() || EnginePolicies.modules().contains(name);
  }

  private Optional<Found> policy(String module, String name) {
    if (EnginePolicies.of(module).contains(Names.kebab(name))) {
      return Optional.of(new Found(Names.policyId(module, name), List.of(), Optional.empty()));
    }
    return names.module(module).stream()
        .flatMap(m -> m.policies().values().stream())
        .map(declared -> (Declaration.Policy) declared.declaration())
        .filter(policy -> isCalled(policy, module, name))
        .findFirst()
        .map(policy -> found(module, policy));
  }

  private static Found found(String module, Declaration.Policy policy) {
    return new Found(
        Names.policyId(module, policy.name().text()),
        rules(policy),
        Marks.deprecation(policy).map(Marks.Deprecation::advice));
  }

  /** A policy that had an id of another module before. */
  private Optional<Found> former(String id) {
    for (ModuleScope module : names.modules().values()) {
      for (ModuleScope.Declared declared : module.policies().values()) {
        var policy = (Declaration.Policy) declared.declaration();
        if (Marks.formerIds(policy, module.name()).contains(id)) {
          return Optional.of(found(module.name(), policy));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(Declaration.Policy policy, String module, String name) {
    String own = policy.name().text();
    return own.equals(name)
        || Names.kebab(own).equals(name)
        || Marks.formerIds(policy, module).contains(Names.policyId(module, name));
  }

  private static List<String> rules(Declaration.Policy policy) {
    return switch (policy.body()) {
      case Declaration.Body.Statements statements -> List.of();
      case Declaration.Body.Rules body ->
          body.rules().stream().map(rule -> Names.kebab(rule.name().text())).toList();
    };
  }

  private List<String> policyNames(String module) {
    return Stream.concat(
            EnginePolicies.of(module).stream(),
            names.module(module).stream()
                .map(ModuleScope::policies)
                .flatMap(policies -> policies.keySet().stream()))
        .sorted()
        .toList();
  }

  private List<String> judgedPolicies() {
    return names.judged().stream().flatMap(m -> policyNames(m).stream()).sorted().toList();
  }

  private List<String> moduleNames() {
    var known = new TreeSet<>(names.modules().keySet());
    known.addAll(EnginePolicies.modules());
    return List.copyOf(known);
  }
}
