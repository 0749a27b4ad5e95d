package dev.taffrail;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrGovernance;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.governance.Governance;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.Compiling;
import dev.taffrail.runtime.Evaluator;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.external.AnswerSource;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.interpret.World;
import dev.taffrail.runtime.read.Decoder;
import dev.taffrail.source.Span;
import dev.taffrail.value.Detached;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives parameters their values: those of the user, else their defaults; wrong ones are reported.
 */
final class ParameterBinding {
  private final IrProgram program;
  private final Builtins builtins;
  private final CallContext calls;
  private final AnswerSource answers;
  private final Compiling compiling;

  ParameterBinding(
      IrProgram program,
      Builtins builtins,
      CallContext calls,
      AnswerSource answers,
      Compiling compiling) {
    this.compiling = compiling;
    this.program = program;
    this.builtins = builtins;
    this.calls = calls;
    this.answers = answers;
  }

  /** The binding of a part of a program. */
  ParameterBinding(IrProgram program, ParameterBinding whole) {
    this(program, whole.builtins, whole.calls, whole.answers, whole.compiling);
  }

  dev.taffrail.compiler.type.SchemaTypes types() {
    return calls.types();
  }

  Compilation bind(List<ParameterValue> given) {
    var diagnostics = new DiagnosticCollector();
    var values = new HashMap<ParameterId, Value>();
    var named = namedParameters();
    for (ParameterValue value : given) {
      List<IrParameter> meant = named.getOrDefault(value.name(), List.of());
      if (meant.isEmpty()) {
        diagnostics.report(unknown(value, named.keySet()));
      }
      for (IrParameter parameter : meant) {
        parameter
            .deprecated()
            .ifPresent(advice -> diagnostics.report(deprecated(value, parameter, advice)));
        decode(value, parameter, diagnostics)
            .ifPresent(decoded -> values.put(parameter.id(), decoded));
      }
    }
    if (!diagnostics.hasErrors()) {
      addDefaults(values, diagnostics);
    }
    if (diagnostics.hasErrors()) {
      return new Compilation.Rejected(diagnostics.inSourceOrder());
    }
    return compiled(environment(values), program.governance(), diagnostics.inSourceOrder());
  }

  /**
   * Values as far as they are known, for a prompt: there a policy without them can wait.
   *
   * @param problems what is wrong with the values that were given
   */
  record Partial(Map<ParameterId, Value> values, List<Diagnostic> problems) {}

  Partial bindWhatIsKnown(List<ParameterValue> given) {
    var problems = new DiagnosticCollector();
    Map<ParameterId, Value> values = decoded(given, problems);
    addDefaults(values, new DiagnosticCollector());
    return new Partial(Map.copyOf(values), problems.inSourceOrder());
  }

  /** The values that were given, without defaults; the last given holds. */
  Map<ParameterId, Value> decoded(List<ParameterValue> given, DiagnosticCollector problems) {
    var values = new HashMap<ParameterId, Value>();
    var named = namedParameters();
    for (ParameterValue value : given) {
      for (IrParameter parameter : named.getOrDefault(value.name(), List.of())) {
        decode(value, parameter, problems)
            .ifPresent(decoded -> values.put(parameter.id(), decoded));
      }
    }
    return values;
  }

  /** The names under which the parameters can be given values. */
  Set<String> names() {
    return namedParameters().keySet();
  }

  private Compilation compiled(
      Environment environment, IrGovernance outside, List<Diagnostic> warnings) {
    var evaluator = evaluator(program, environment).asking(new Answers(answers));
    var governance = new Governance(program, outside, calls.types(), environment);
    return new Compilation.Compiled(
        new PolicySet(program, this, evaluator, governance, Optional.empty()), warnings);
  }

  /**
   * The values a test gives; parameters of other policies may stay without one, since nothing that
   * the test judges can read them.
   */
  Compilation bindFor(IrTest test, Map<ParameterId, Value> given, Observer observer) {
    var diagnostics = new DiagnosticCollector();
    var values = new HashMap<ParameterId, Value>();
    given.forEach(
        (id, value) ->
            accepted(
                    requireNonNull(program.parameters().get(id)),
                    value,
                    requireNonNull(test.using().get(id)).span(),
                    diagnostics)
                .ifPresent(v -> values.put(id, v)));
    var defaults = new DiagnosticCollector();
    addDefaults(values, defaults);
    if (diagnostics.hasErrors()) {
      return new Compilation.Rejected(diagnostics.inSourceOrder());
    }
    // A test is about the policy itself, not about who is exempt from it.
    return compiled(environment(values, observer), IrGovernance.NONE, List.of());
  }

  /** One that compiles policies as the engine was told. */
  Evaluator evaluator(IrProgram judged, Environment environment) {
    return new Evaluator(judged, calls.types(), environment, compiling);
  }

  private Environment environment(Map<ParameterId, Value> values) {
    return environment(values, Observer.NONE);
  }

  Environment environment(Map<ParameterId, Value> values, Observer observer) {
    return new Environment(program, values, builtins, calls, World.UNKNOWN, observer);
  }

  /** The names a user can write, each with the parameters it means. */
  private Map<String, List<IrParameter>> namedParameters() {
    var named = new TreeMap<String, List<IrParameter>>();
    program.parameters().values().stream()
        .sorted(Comparator.comparing(p -> p.id().toString()))
        .forEach(
            parameter -> {
              for (String name : names(parameter.id())) {
                named.computeIfAbsent(name, n -> new ArrayList<>()).add(parameter);
              }
            });
    return named;
  }

  /** With those of the time when the policy had another id. */
  private Set<String> names(ParameterId id) {
    var names = new TreeSet<>(namesOf(id));
    for (IrPolicy policy : program.policies()) {
      if (policy.module().equals(id.module()) && id.policy().equals(Optional.of(policy.name()))) {
        for (String former : policy.metadata().formerly()) {
          String old = Marks.qualified(former, id.module());
          names.add(old + "." + id.name());
          names.add(old.substring(old.lastIndexOf('/') + 1) + "." + id.name());
        }
      }
    }
    return names;
  }

  private static Set<String> namesOf(ParameterId id) {
    if (id.policy().isEmpty()) {
      return Set.of(id.name(), id.module() + "/" + id.name());
    }
    String policy = Names.kebab(id.policy().get());
    return Set.of(
        id.name(), policy + "." + id.name(), id.module() + "/" + policy + "." + id.name());
  }

  private static Diagnostic deprecated(ParameterValue value, IrParameter parameter, String advice) {
    var diagnostic =
        Diagnostic.of(
                DiagnosticCode.W0205,
                value.nameSpan(),
                "parameter `%s` is deprecated".formatted(parameter.id().name()))
            .related(parameter.span(), "it is marked here");
    return advice.isEmpty() ? diagnostic : diagnostic.help("Its author says: " + advice);
  }

  private static Diagnostic unknown(ParameterValue value, Set<String> known) {
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.E0107,
            value.nameSpan(),
            "unknown parameter `%s`".formatted(value.name()));
    var near = Spelling.nearest(value.name(), known);
    if (near.isPresent()) {
      return diagnostic.label("did you mean `%s`?".formatted(near.get()));
    }
    return diagnostic.help(
        known.isEmpty()
            ? "The selected policies have no parameters."
            : "Parameters: "
                + known.stream()
                    .filter(n -> !n.contains("/") && !n.contains("."))
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private Optional<Value> decode(
      ParameterValue given, IrParameter parameter, DiagnosticCollector diagnostics) {
    Place place = new Place(holder(given), FieldPath.ROOT.key(parameter.id().name()));
    Span span = given.valueSource().span(given.value().start(), given.value().end());
    Value decoded;
    try {
      decoded =
          Detached.of(
              Decoder.decodeLoose(asWritten(given, parameter.type()), parameter.type(), place));
    } catch (EvaluationError e) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.E0126, span, e.getMessage())
              .help("The type is " + TypePrinter.print(parameter.type()) + "."));
      return Optional.empty();
    }
    return accepted(parameter, decoded, span, diagnostics);
  }

  private Optional<Value> accepted(
      IrParameter parameter, Value value, Span span, DiagnosticCollector diagnostics) {
    if (parameter.constraint().isEmpty()) {
      return Optional.of(value);
    }
    IrExpr constraint = parameter.constraint().get();
    try {
      var interpreter = new RuleInterpreter(environment(Map.of()));
      Value held = interpreter.evaluate(constraint, parameter.frameSize(), Optional.of(value));
      if (held == Value.Bool.TRUE) {
        return Optional.of(value);
      }
    } catch (EvaluationError e) {
      diagnostics.report(Diagnostic.of(DiagnosticCode.E0126, span, e.getMessage()));
      return Optional.empty();
    }
    diagnostics.report(
        Diagnostic.of(
                DiagnosticCode.E0126,
                span,
                "parameter `%s` does not accept this value".formatted(parameter.id().name()))
            .related(constraint.span(), "its condition"));
    return Optional.empty();
  }

  /** A version such as {@code 1.30} reads as a number; where text is wanted its digits count. */
  private static Node asWritten(ParameterValue given, Type type) {
    Node node = given.value();
    boolean number = node instanceof Node.Int || node instanceof Node.Fraction;
    boolean text =
        type.bare() instanceof Type.Scalar scalar
            && switch (scalar) {
              case SEMVER, STRING, IMAGE_PREFIX, IMAGE_REF, DURATION, DATE, LABEL_KEY -> true;
              default -> false;
            };
    return number && text
        ? new Node.Text(
            given.valueSource().text().substring(node.start(), node.end()),
            node.start(),
            node.end())
        : node;
  }

  private static KubernetesObject holder(ParameterValue given) {
    var empty = new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0);
    return new KubernetesObject(
        given.valueSource(),
        empty,
        new GroupVersionKind("", "", "parameters"),
        Optional.empty(),
        given.name(),
        0,
        -1);
  }

  private void addDefaults(Map<ParameterId, Value> values, DiagnosticCollector diagnostics) {
    program.parameters().values().stream()
        .sorted(Comparator.comparing(p -> p.id().toString()))
        .filter(p -> !values.containsKey(p.id()))
        .forEach(
            parameter -> {
              if (parameter.defaultValue().isEmpty()) {
                if (parameter.type().isOptional()) {
                  values.put(parameter.id(), Value.absent());
                } else {
                  diagnostics.report(withoutValue(parameter));
                }
                return;
              }
              IrExpr expression = parameter.defaultValue().get();
              try {
                Value value =
                    new RuleInterpreter(environment(values))
                        .evaluate(expression, parameter.frameSize(), Optional.empty());
                accepted(parameter, value, expression.span(), diagnostics)
                    .ifPresent(v -> values.put(parameter.id(), v));
              } catch (EvaluationError e) {
                diagnostics.report(
                    Diagnostic.of(DiagnosticCode.E0126, expression.span(), e.getMessage()));
              }
            });
  }

  private static Diagnostic withoutValue(IrParameter parameter) {
    String owner = parameter.id().policy().orElse(parameter.id().module());
    return Diagnostic.of(
            DiagnosticCode.E0107,
            parameter.span(),
            "parameter `%s` of `%s` has no value".formatted(parameter.id().name(), owner))
        .help(
            "`%s` has no default, so the policy cannot be loaded without it."
                .formatted(parameter.id().name()),
            "Give it: --param %s=…".formatted(parameter.id().name()));
  }
}
