package dev.taffrail.bench;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks as expressions of a ValidatingAdmissionPolicy, run by cel-java.
 *
 * <p>Variables are evaluated once for an object, as the API server does. An expression that fails
 * is a bug of this comparison, so it is thrown.
 */
final class CelChecks implements Verdicts {
  private record Named(String name, CelRuntime.Program program) {}

  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("object", SimpleType.DYN)
          .addVar("variables", SimpleType.DYN)
          .build();
  private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
  private final List<Named> variables;
  private final List<Named> validations;

  CelChecks() {
    Node spec = Fields.at(Samples.object("hardening-checks.yaml").root(), "spec");
    this.variables = programs(Fields.list(Fields.at(spec, "variables")), "name");
    this.validations = programs(Fields.list(Fields.at(spec, "validations")), "message");
  }

  /** The names, in the order of the bits. */
  List<String> names() {
    return validations.stream().map(Named::name).toList();
  }

  @Override
  public int judge(KubernetesObject object) {
    return judge(PlainData.of(object.root()));
  }

  /** Judges an object that is given as the maps and lists that cel-java takes. */
  int judge(Object object) {
    var values = new HashMap<String, Object>();
    var input = Map.of("object", object, "variables", values);
    try {
      for (Named variable : variables) {
        values.put(variable.name, variable.program.eval(input));
      }
      int verdicts = 0;
      for (int i = 0; i < validations.size(); i++) {
        if (validations.get(i).program.eval(input).equals(Boolean.TRUE)) {
          verdicts |= 1 << i;
        }
      }
      return verdicts;
    } catch (CelEvaluationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<Named> programs(List<Node> expressions, String nameField) {
    var programs = new ArrayList<Named>();
    for (Node entry : expressions) {
      programs.add(new Named(text(entry, nameField), program(text(entry, "expression"))));
    }
    return List.copyOf(programs);
  }

  private static String text(Node entry, String field) {
    String text = Fields.text(Fields.at(entry, field));
    if (text == null) {
      throw new IllegalStateException("no `" + field + "` in " + entry);
    }
    return text;
  }

  private CelRuntime.Program program(String expression) {
    try {
      return runtime.createProgram(compiler.compile(expression).getAst());
    } catch (CelValidationException | CelEvaluationException mistake) {
      throw new IllegalStateException(expression, mistake);
    }
  }
}
