package dev.taffrail.tooling.api;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Metadata;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.source.Span;
import dev.taffrail.tooling.api.Entry.Facet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything in some policy files that others can name; private functions are left out. */
final class Api {
  private final Map<String, Entry> entries = new TreeMap<>();

  private Api() {}

  /** By sort and id. */
  static Map<String, Entry> of(Collection<PolicyFile> files) {
    var api = new Api();
    for (PolicyFile file : files) {
      String module = Names.moduleOf(file);
      file.declarations().forEach(declaration -> api.declaration(module, declaration));
    }
    return Collections.unmodifiableMap(api.entries);
  }

  private void declaration(String module, Declaration declaration) {
    switch (declaration) {
      case Declaration.Policy policy -> policy(module, policy);
      case Declaration.Parameter parameter -> parameter(module + "/", parameter);
      case Declaration.Function function -> {
        if (!function.isPrivate()) {
          add(
              "function",
              module + "." + function.name(),
              facets(function, Map.of(Facet.SIGNATURE, of(function))));
        }
      }
      case Declaration.ExternalFunction function ->
          add(
              "external function",
              module + "." + function.name(),
              facets(
                  function, Map.of(Facet.SIGNATURE, of(function.parameters(), function.result()))));
      case Declaration.TypeAlias alias ->
          add(
              "type",
              module + "." + alias.name(),
              facets(alias, Map.of(Facet.TYPE, text(alias.type().span()))));
      case Declaration.EnumType named ->
          add(
              "enum",
              module + "." + named.name(),
              Map.of(
                  Facet.TYPE,
                  named.members().stream().map(Ident::text).collect(Collectors.joining(", "))));
      case Declaration.Extension extension -> {
        for (Declaration.ExtensionMember member : extension.members()) {
          add(
              "member",
              module + "." + text(extension.type().span()) + "." + member.name(),
              Map.of(Facet.TYPE, text(member.type().span())));
        }
      }
      case Declaration.Index index ->
          add(
              "index",
              module + "." + index.name(),
              facets(
                  index,
                  Map.of(
                      Facet.TYPE,
                      text(index.type().span()) + (index.only() ? " only" : ""),
                      Facet.KEY,
                      text(index.key().span()),
                      Facet.SELECTION,
                      index.where().map(w -> text(w.span())).orElse("all"))));
      case Declaration.ModuleLet let ->
          add("let", module + "." + let.let().name(), facets(let, Map.of()));
      case Declaration.Reserved reserved -> {}
      case Declaration.Waiver waiver -> {}
      case Declaration.Enforcement enforcement -> {}
      case Declaration.Test test -> {}
      case Declaration.Hole hole -> {}
    }
  }

  private void policy(String module, Declaration.Policy policy) {
    String id = Names.policyId(module, policy.name().text());
    var facets = facets(policy, Map.of(Facet.TARGET, of(policy.target())));
    metadata(policy.metadata(), "severity").ifPresent(s -> facets.put(Facet.SEVERITY, s));
    entries.put("policy " + id, new Entry("policy", id, facets, Marks.formerIds(policy, module)));
    policy.parameters().forEach(parameter -> parameter(id + ".", parameter));
    if (policy.body() instanceof Declaration.Body.Rules body) {
      for (Declaration.Rule rule : body.rules()) {
        var own = new LinkedHashMap<Facet, String>();
        metadata(rule.metadata(), "severity").ifPresent(s -> own.put(Facet.SEVERITY, s));
        add("rule", id + "/" + Names.kebab(rule.name().text()), own);
      }
    }
  }

  private void parameter(String prefix, Declaration.Parameter parameter) {
    var facets = facets(parameter, Map.of(Facet.TYPE, text(parameter.type().span())));
    parameter.defaultValue().ifPresent(e -> facets.put(Facet.DEFAULT, text(e.span())));
    parameter.constraint().ifPresent(e -> facets.put(Facet.CONDITION, text(e.span())));
    add("parameter", prefix + parameter.name(), facets);
  }

  private void add(String what, String id, Map<Facet, String> facets) {
    entries.put(what + " " + id, new Entry(what, id, facets, List.of()));
  }

  private static String of(Declaration.Target target) {
    String operations =
        target.operations().stream().map(Ident::text).collect(Collectors.joining(", "));
    return text(target.type().span())
        + (target.only() ? " only" : "")
        + (operations.isEmpty() ? "" : " on " + operations);
  }

  private static String of(Declaration.Function function) {
    return of(function.parameters(), function.result());
  }

  private static String of(List<Declaration.FunctionParameter> parameters, TypeExpr result) {
    return parameters.stream()
            .map(p -> p.name() + ": " + text(p.type().span()))
            .collect(Collectors.joining(", ", "(", ") -> "))
        + text(result.span());
  }

  private static Optional<String> metadata(List<Metadata> lines, String key) {
    return lines.stream()
        .filter(line -> line.key().text().equals(key))
        .map(line -> text(line.value().span()))
        .findFirst();
  }

  /** With what a mark says. */
  private static Map<Facet, String> facets(Declaration declaration, Map<Facet, String> promised) {
    var facets = new EnumMap<Facet, String>(Facet.class);
    facets.putAll(promised);
    Marks.deprecation(declaration)
        .ifPresent(
            said ->
                facets.put(
                    Facet.DEPRECATION,
                    said.advice()
                        + said.removedIn()
                            .flatMap(Expr.StringLiteral::plainText)
                            .map(version -> " (until " + version + ")")
                            .orElse("")));
    return facets;
  }

  private static String text(Span span) {
    return span.text().replaceAll("\\s+", " ");
  }
}
