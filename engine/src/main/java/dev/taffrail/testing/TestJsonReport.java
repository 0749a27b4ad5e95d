package dev.taffrail.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.PolicyEngine;
import dev.taffrail.finding.Finding;
import dev.taffrail.report.JsonText;
import dev.taffrail.source.Position;
import dev.taffrail.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Results of tests for programs. */
public final class TestJsonReport {
  private TestJsonReport() {}

  /**
   * @param mutants what became of changes of the policies, if they were asked for
   */
  public static void write(
      List<TestResult> results, Optional<MutationRun.Result> mutants, Writer out)
      throws IOException {
    JsonGenerator json = JsonText.generator(out);
    json.writeStartObject();
    json.writeStringField("version", PolicyEngine.VERSION);
    TestSummary summary = TestSummary.of(results);
    json.writeObjectFieldStart("summary");
    json.writeNumberField("tests", summary.tests());
    json.writeNumberField("policies", summary.policies());
    json.writeNumberField("passed", summary.passed());
    json.writeNumberField("failed", summary.failed());
    json.writeNumberField("notRun", summary.notRun());
    json.writeEndObject();
    json.writeArrayFieldStart("tests");
    for (TestResult result : results) {
      test(result, json);
    }
    json.writeEndArray();
    if (mutants.isPresent()) {
      MutationReport.json(mutants.get(), json);
    }
    json.writeEndObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void test(TestResult result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.name());
    json.writeStringField("policy", result.policy());
    place(result.span(), json);
    json.writeStringField("verdict", result.verdict().words());
    if (result.impossible().isPresent()) {
      json.writeStringField("reason", result.impossible().get());
    }
    json.writeArrayFieldStart("expectations");
    for (ExpectedOutcome outcome : result.expectations()) {
      json.writeStartObject();
      place(outcome.span(), json);
      json.writeStringField("expected", outcome.words());
      json.writeBooleanField("met", outcome.met());
      if (outcome.problem().isPresent()) {
        json.writeStringField("actual", outcome.problem().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      json.writeStartObject();
      json.writeStringField("outcome", finding.outcome().word());
      if (finding.rule().isPresent()) {
        json.writeStringField("rule", finding.rule().get());
      }
      json.writeStringField("path", finding.path());
      json.writeStringField("message", finding.message());
      place(finding.span(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void place(Span span, JsonGenerator json) throws IOException {
    Position start = span.startPosition();
    json.writeStringField("file", span.source().name());
    json.writeNumberField("line", start.line());
    json.writeNumberField("column", start.column());
  }
}
