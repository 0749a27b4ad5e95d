package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds names that are not written as readers expect: `LikeThis` for types and policies, `likeThis`
 * for values.
 */
final class NameStyle {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final DiagnosticSink diagnostics;

  private NameStyle(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(PolicyFile file, DiagnosticSink diagnostics) {
    var rule = new NameStyle(diagnostics);
    file.declarations().forEach(rule::declaration);
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Declaration.Policy policy -> policy(policy);
      case Declaration.TypeAlias alias -> upper(alias.name());
      case Declaration.EnumType named -> upper(named.name());
      case Declaration.Parameter parameter -> lower(parameter.name());
      case Declaration.ModuleLet let -> lower(let.let().name());
      case Declaration.Index index -> lower(index.name());
      case Declaration.Function function -> {
        lower(function.name());
        function.parameters().forEach(parameter -> lower(parameter.name()));
        function.lets().forEach(let -> lower(let.name()));
      }
      case Declaration.ExternalFunction function -> {
        lower(function.name());
        function.parameters().forEach(parameter -> lower(parameter.name()));
      }
      case Declaration.Extension extension -> {
        lower(extension.receiver());
        extension.members().forEach(member -> lower(member.name()));
      }
      default -> {}
    }
  }

  private void policy(Declaration.Policy policy) {
    upper(policy.name());
    policy.parameters().forEach(parameter -> lower(parameter.name()));
    lower(policy.target().name());
    for (Declaration.Prelude line : policy.prelude()) {
      if (line instanceof Declaration.Prelude.Binding binding) {
        lower(binding.let().name());
      }
    }
    switch (policy.body()) {
      case Declaration.Body.Statements body -> statements(body.statements());
      case Declaration.Body.Rules body -> {
        body.lets().forEach(let -> lower(let.name()));
        for (Declaration.Rule rule : body.rules()) {
          lower(rule.name());
          statements(rule.statements());
        }
      }
    }
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Let let -> lower(let.name());
        case Statement.ForEach loop -> {
          lower(loop.first());
          loop.second().ifPresent(this::lower);
          statements(loop.body());
        }
        case Statement.If choice -> {
          statements(choice.thenBody());
          statements(choice.elseBody());
        }
        case Statement.IfLet choice -> {
          lower(choice.name());
          statements(choice.thenBody());
          statements(choice.elseBody());
        }
        case Statement.Check check -> {}
        case Statement.Reserved reserved -> {}
        case Statement.Hole hole -> {}
      }
    }
  }

  private void upper(Ident name) {
    expect(name, camel(name.text(), true), "types and policies are written `LikeThis`");
  }

  private void lower(Ident name) {
    expect(name, camel(name.text(), false), "values are written `likeThis`");
  }

  private void expect(Ident name, String wanted, String custom) {
    if (PLAIN.matcher(name.text()).matches() && !name.text().equals(wanted)) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.W0211, name.span(), custom)
              .label("write `%s`".formatted(wanted)));
    }
  }

  /** Words joined by capitals; a name in capitals only is taken for words in capitals. */
  private static String camel(String name, boolean firstUpper) {
    var result = new StringBuilder();
    for (String word : name.split("_")) {
      if (word.isEmpty()) {
        continue;
      }
      boolean shouts = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      String rest = word.substring(1);
      boolean capital = firstUpper || !result.isEmpty();
      String first = word.substring(0, 1);
      result.append(capital ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT));
      result.append(shouts && name.contains("_") ? rest.toLowerCase(Locale.ROOT) : rest);
    }
    return result.isEmpty() ? name : result.toString();
  }
}
