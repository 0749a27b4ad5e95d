package dev.taffrail.cli;

import dev.taffrail.ParameterValue;
import dev.taffrail.object.Node;
import dev.taffrail.object.ValueReader;
import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The values that the user gives to parameters.
 *
 * @param values the weakest first: what a profile implies, then files, then single values
 */
record ParameterChoice(List<ParameterValue> values) {
  ParameterChoice {
    values = List.copyOf(values);
  }

  static ParameterChoice of(
      List<String> parameters, List<String> parameterFiles, Map<String, String> implied)
      throws UsageMistake {
    var values = new ArrayList<ParameterValue>();
    for (var parameter : implied.entrySet()) {
      values.add(single("--policies", parameter.getKey(), parameter.getValue()));
    }
    for (String file : parameterFiles) {
      values.addAll(inFile(file));
    }
    var names = new HashSet<String>();
    for (String word : parameters) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new UsageMistake(
            "`--param " + word + "` gives no value", "for instance: --param 'registries=[a, b]'");
      }
      String name = word.substring(0, equals);
      if (!names.add(name)) {
        throw new UsageMistake("the parameter `" + name + "` is given twice with --param");
      }
      values.add(single("--param", name, word.substring(equals + 1)));
    }
    return new ParameterChoice(values);
  }

  private static ParameterValue single(String option, String name, String value)
      throws UsageMistake {
    var nameSource = SourceFile.of(option, name + "=" + value);
    var valueSource = SourceFile.of(option + " " + name, value);
    return new ParameterValue(
        name, nameSource.span(0, name.length()), node(valueSource), valueSource);
  }

  private static List<ParameterValue> inFile(String name) throws UsageMistake {
    var source = Paths.text(name);
    var values = new ArrayList<ParameterValue>();
    switch (node(source)) {
      case Node.Mapping mapping -> {
        for (int i = 0; i < mapping.size(); i++) {
          int start = mapping.keyStart(i);
          int end = Math.min(start + mapping.key(i).length(), source.text().length());
          values.add(
              new ParameterValue(
                  mapping.key(i), source.span(start, end), mapping.value(i), source));
        }
      }
      case Node.Null nothing -> {}
      case Node.Text other -> throw noMapping(source, other);
      case Node.Bool other -> throw noMapping(source, other);
      case Node.Int other -> throw noMapping(source, other);
      case Node.Fraction other -> throw noMapping(source, other);
      case Node.Sequence other -> throw noMapping(source, other);
    }
    return values;
  }

  private static UsageMistake noMapping(SourceFile source, Node node) {
    return new UsageMistake(
        source.span(node.start(), node.end()) + ": parameters are a mapping, not " + node.what(),
        "for instance: registries: [a, b]");
  }

  private static Node node(SourceFile source) throws UsageMistake {
    return switch (ValueReader.read(source)) {
      case Reading.Value value -> value.node();
      case Reading.Unreadable unreadable -> {
        var problem = unreadable.problem();
        throw new UsageMistake(
            problem.span() + ": " + problem.message(),
            problem.help().isEmpty() ? List.of() : List.of(problem.help()));
      }
    };
  }
}
