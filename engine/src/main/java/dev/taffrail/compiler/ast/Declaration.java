package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** Every kind of top-level declaration. */
public sealed interface Declaration {
  Span span();

  List<DocLine> documentation();

  List<Annotation> annotations();

  /** {@code @cost(object: 6)}. */
  record Annotation(Span span, QualifiedName name, List<Expr.Argument> arguments) {
    public Annotation {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code key: value} in a policy or rule. */
  record Metadata(Span span, Ident key, Expr value) {}

  record Policy(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      List<Metadata> metadata,
      List<Parameter> parameters,
      Target target,
      List<Prelude> prelude,
      Body body)
      implements Declaration {
    public Policy {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      metadata = List.copyOf(metadata);
      parameters = List.copyOf(parameters);
      prelude = List.copyOf(prelude);
    }
  }

  /** {@code target pod: Pod only on create, update}. */
  record Target(Span span, Ident name, TypeExpr type, boolean only, List<Ident> operations) {
    public Target {
      operations = List.copyOf(operations);
    }
  }

  /** What stands between target and body: lets and whens, in the order written. */
  sealed interface Prelude {
    Span span();

    record Binding(Statement.Let let) implements Prelude {
      @Override
      public Span span() {
        return let.span();
      }
    }

    record When(Span span, Expr condition) implements Prelude {}
  }

  /** Either statements, or named rules behind shared lets. */
  sealed interface Body {
    record Statements(List<Statement> statements) implements Body {
      public Statements {
        statements = List.copyOf(statements);
      }
    }

    record Rules(List<Statement.Let> lets, List<Rule> rules) implements Body {
      public Rules {
        lets = List.copyOf(lets);
        rules = List.copyOf(rules);
      }
    }
  }

  record Rule(
      Span span,
      List<DocLine> documentation,
      Ident name,
      List<Metadata> metadata,
      List<Statement> statements) {
    public Rule {
      documentation = List.copyOf(documentation);
      metadata = List.copyOf(metadata);
      statements = List.copyOf(statements);
    }
  }

  /** {@code param maxRatio: Decimal = 2.5 where it >= 1}, in a policy or at module level. */
  record Parameter(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      TypeExpr type,
      Optional<Expr> defaultValue,
      Optional<Expr> constraint)
      implements Declaration {
    public Parameter {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }

  /** {@code fn name(a: T) -> R = e} or {@code { let … return e }}. */
  record Function(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      boolean isPrivate,
      Ident name,
      List<FunctionParameter> parameters,
      TypeExpr result,
      List<Statement.Let> lets,
      Expr body)
      implements Declaration {
    public Function {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      parameters = List.copyOf(parameters);
      lets = List.copyOf(lets);
    }
  }

  /**
   * {@code external fn name(a: T) -> R from provider "p" timeout: 2s cache: 10min}: a function that
   * the host answers.
   */
  record ExternalFunction(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      List<FunctionParameter> parameters,
      TypeExpr result,
      Expr.StringLiteral provider,
      List<Metadata> options)
      implements Declaration {
    public ExternalFunction {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      parameters = List.copyOf(parameters);
      options = List.copyOf(options);
    }
  }

  record FunctionParameter(Span span, Ident name, TypeExpr type) {}

  /** {@code type Name = T where P}. */
  record TypeAlias(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      TypeExpr type,
      Optional<Expr> constraint)
      implements Declaration {
    public TypeAlias {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }

  record EnumType(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      List<Ident> members)
      implements Declaration {
    public EnumType {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      members = List.copyOf(members);
    }
  }

  /** {@code extend Pod as pod { member: T = expr }}. */
  record Extension(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      TypeExpr type,
      Ident receiver,
      List<ExtensionMember> members)
      implements Declaration {
    public Extension {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      members = List.copyOf(members);
    }
  }

  record ExtensionMember(
      Span span, List<DocLine> documentation, Ident name, TypeExpr type, Expr value) {
    public ExtensionMember {
      documentation = List.copyOf(documentation);
    }
  }

  /** A value of the module. */
  record ModuleLet(
      Span span, List<DocLine> documentation, List<Annotation> annotations, Statement.Let let)
      implements Declaration {
    public ModuleLet {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }

  /** {@code index name of Kind only x where P by key}. */
  record Index(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Ident name,
      TypeExpr type,
      boolean only,
      Ident element,
      Optional<Expr> where,
      Expr key)
      implements Declaration {
    public Index {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * {@code waive Policy/rule for Kind "namespace/name" until 2026-12-31 reason "…" key: value}.
   *
   * @param until a date
   */
  record Waiver(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Span keywordSpan,
      QualifiedName policy,
      Optional<Ident> rule,
      TypeExpr kind,
      Expr.StringLiteral object,
      Expr.Literal until,
      Expr.StringLiteral reason,
      List<Metadata> options)
      implements Declaration {
    public Waiver {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      options = List.copyOf(options);
    }
  }

  /** {@code enforce module { deny when … warn onError: deny }}. */
  record Enforcement(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Span keywordSpan,
      QualifiedName subject,
      List<EnforcementLine> lines,
      List<Metadata> options)
      implements Declaration {
    public Enforcement {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      lines = List.copyOf(lines);
      options = List.copyOf(options);
    }
  }

  /**
   * {@code deny when e}; the first line whose condition holds wins.
   *
   * @param level {@code deny}, {@code warn}, {@code audit} or {@code off}
   */
  record EnforcementLine(Span span, Ident level, Optional<Expr> condition) {}

  /** {@code test "words" for Policy { given … expect … }}. */
  record Test(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      Span keywordSpan,
      Expr.StringLiteral name,
      QualifiedName subject,
      List<TestStatement> statements)
      implements Declaration {
    public Test {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
      statements = List.copyOf(statements);
    }
  }

  /** A declaration that is parsed but not yet compiled: mutation, generator, foreign function. */
  record Reserved(
      Span span,
      List<DocLine> documentation,
      List<Annotation> annotations,
      String keyword,
      Span keywordSpan)
      implements Declaration {
    public Reserved {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * Stands where a declaration could not be read; its mistake is reported already.
   *
   * @param name what it declares, if that much was readable: uses of the name are accepted silently
   */
  record Hole(
      Span span, List<DocLine> documentation, List<Annotation> annotations, Optional<Ident> name)
      implements Declaration {
    public Hole {
      documentation = List.copyOf(documentation);
      annotations = List.copyOf(annotations);
    }
  }
}
