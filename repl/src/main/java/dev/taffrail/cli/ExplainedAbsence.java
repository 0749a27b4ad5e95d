package dev.taffrail.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.PolicyAbsence;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyListing;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.report.JsonText;
import dev.taffrail.stdlib.StandardLibrary;
import dev.taffrail.tooling.explain.Answer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a policy takes missing values for, as a list for people or as JSON. */
final class ExplainedAbsence {
  private ExplainedAbsence() {}

  /**
   * @param name the id of a policy, with or without its module, or its name in the policy file
   * @param places where to search it; the standard library if empty
   */
  static ExitStatus print(
      String name,
      List<String> places,
      boolean json,
      PolicyEngine engine,
      Surroundings surroundings)
      throws UsageMistake, IOException {
    var choice = PolicyChoice.of(places.isEmpty() ? StandardLibrary.modules() : places);
    PolicyListing<PolicyAbsence> all = engine.absence(choice.files(), choice.modules());
    List<Diagnostic> errors = Diagnostics.errors(all.diagnostics());
    if (!errors.isEmpty()) {
      Diagnostics.show(errors, surroundings.colour(false), surroundings);
      return ExitStatus.NOTHING_JUDGED;
    }
    List<PolicyAbsence> found = all.policies().stream().filter(p -> p.isCalled(name)).toList();
    if (found.isEmpty()) {
      throw unknown(name, all.policies());
    }
    surroundings.print(
        json
            ? json(found)
            : found.stream().map(ExplainedAbsence::text).collect(Collectors.joining()));
    return ExitStatus.CLEAN;
  }

  private static UsageMistake unknown(String name, List<PolicyAbsence> known) {
    return new UsageMistake(
        "there is no policy `" + name + "`",
        Spelling.nearest(name, known.stream().map(PolicyAbsence::shortName).toList())
            .map(meant -> "did you mean `" + meant + "`?")
            .orElse("name where it is with --policies"));
  }

  private static String json(List<PolicyAbsence> policies) throws IOException {
    var out = new StringWriter();
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("policies");
      for (PolicyAbsence policy : policies) {
        json.writeStartObject();
        json.writeStringField("policy", policy.policy());
        json.writeArrayFieldStart("answers");
        for (Answer answer : policy.answers()) {
          write(answer, json);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void write(Answer answer, JsonGenerator json) throws IOException {
    var start = answer.span().startPosition();
    json.writeStartObject();
    json.writeStringField("asked", answer.asked());
    json.writeStringField("meaning", answer.meaning());
    json.writeBooleanField("whole", answer.whole());
    json.writeStringField("file", answer.span().source().name());
    json.writeNumberField("line", start.line());
    json.writeNumberField("column", start.column());
    json.writeEndObject();
  }

  private static String text(PolicyAbsence policy) {
    var text = new StringBuilder(policy.policy()).append('\n');
    if (policy.answers().isEmpty()) {
      text.append("  nothing it reads can be missing\n");
    }
    int asked = width(policy, Answer::asked);
    int meaning = width(policy, Answer::meaning);
    for (Answer answer : policy.answers()) {
      text.append("  ")
          .append(padded(answer.asked(), asked))
          .append(padded(answer.meaning(), meaning))
          .append(answer.span())
          .append('\n');
    }
    return text.toString();
  }

  private static int width(PolicyAbsence policy, Function<Answer, String> column) {
    return policy.answers().stream()
        .mapToInt(a -> oneLine(column.apply(a)).length())
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width) {
    String line = oneLine(text);
    return line + " ".repeat(width - line.length() + 2);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
