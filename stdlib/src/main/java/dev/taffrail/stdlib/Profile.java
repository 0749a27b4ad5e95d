package dev.taffrail.stdlib;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Policies of several modules and values of parameters under one name.
 *
 * <p>A profile is a file in the language: a module whose {@code policies} lists ids, or {@code
 * module/*} for all of a module, and whose {@code parameters} maps {@code module/parameter} to
 * YAML. Both are literals, so they are read from the syntax, and no policy is compiled to find out
 * what a profile needs.
 *
 * @param description what it is for, on one line: the doc comment of the module
 * @param policies ids and modules, as written
 * @param parameters sorted by name
 */
public record Profile(
    String name, String description, List<String> policies, Map<String, String> parameters) {
  /** What the modules of profiles are called. */
  static final String MODULES = "std.profiles.";

  private static final String WHOLE = "/*";

  public Profile {
    policies = List.copyOf(policies);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** Reads the file of a profile. */
  static Profile of(String name, SourceFile file) {
    var problems = new DiagnosticCollector();
    var lets = new LinkedHashMap<String, Expr>();
    PolicyFile parsed = new PolicyParser().parse(file, problems);
    for (Declaration declaration : parsed.declarations()) {
      if (declaration instanceof Declaration.ModuleLet module) {
        lets.put(module.let().name().text(), module.let().value());
      }
    }
    if (problems.hasErrors()) {
      throw new IllegalStateException(file.name() + ": " + problems.inSourceOrder().getFirst());
    }
    return new Profile(
        name, description(parsed), texts(lets.get("policies")), entries(lets.get("parameters")));
  }

  /** What the name stands for. */
  public Selection selection() {
    var modules =
        policies.stream().map(p -> p.substring(0, p.indexOf('/'))).distinct().sorted().toList();
    boolean whole = policies.stream().allMatch(p -> p.endsWith(WHOLE));
    return new Selection(modules, whole ? List.of() : policies, parameters);
  }

  private static String description(PolicyFile file) {
    return file.headers().stream()
        .filter(Header.Module.class::isInstance)
        .flatMap(header -> ((Header.Module) header).documentation().stream())
        .map(DocLine::text)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private static List<String> texts(@Nullable Expr list) {
    return list instanceof Expr.ListLiteral literal
        ? literal.elements().stream().map(Profile::text).toList()
        : List.of();
  }

  private static Map<String, String> entries(@Nullable Expr map) {
    var entries = new TreeMap<String, String>();
    if (map instanceof Expr.RecordLiteral literal) {
      for (Expr.Entry entry : literal.entries()) {
        if (entry instanceof Expr.Entry.Field field) {
          entries.put(field.name().text(), text(field.value()));
        }
      }
    }
    return entries;
  }

  private static String text(Expr expression) {
    return expression instanceof Expr.StringLiteral literal
        ? literal.plainText().orElseThrow()
        : "";
  }
}
