package dev.taffrail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Waiver;
import dev.taffrail.source.Position;
import dev.taffrail.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * SARIF 2.1.0, which code scanning services read.
 *
 * <p>Columns count Unicode code points, as everywhere in Taffrail; the file says so. An error
 * outcome is a result of level error, so that services that read only results show it, and a
 * notification of the invocation, which is where the standard wants it.
 */
public final class SarifReport implements ReportWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void write(Report report, Writer out) throws IOException {
    var rules = new SarifRules(report.findings(), report.policies());
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      writeTool(report, rules, json);
      writeInvocation(report, rules, json);
      json.writeStringField("columnKind", "unicodeCodePoints");
      writeResults(report, rules, json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void writeTool(Report report, SarifRules rules, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "taffrail");
    json.writeStringField("version", report.version());
    rules.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeInvocation(Report report, SarifRules rules, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", report.summary().errors() == 0);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (Finding finding : report.findings()) {
      if (finding.outcome() == Outcome.ERROR) {
        json.writeStartObject();
        json.writeStringField("level", "error");
        if (finding.code().isPresent()) {
          json.writeObjectFieldStart("descriptor");
          json.writeStringField("id", finding.code().get().word());
          json.writeEndObject();
        }
        writeMessage(FindingText.withAdvice(finding), json);
        json.writeObjectFieldStart("associatedRule");
        json.writeStringField("id", SarifRules.id(finding));
        json.writeNumberField("index", rules.index(finding));
        json.writeEndObject();
        writeLocations(finding.span(), finding.object(), finding.path(), json);
        json.writeEndObject();
      }
    }
    for (NotJudged policy : report.notJudged()) {
      json.writeStartObject();
      json.writeStringField("level", "warning");
      writeMessage("not judged: " + policy.message() + "\n" + policy.help(), json);
      json.writeEndObject();
    }
    for (Note note : report.notes()) {
      json.writeStartObject();
      json.writeStringField("level", "note");
      writeMessage("skipped: " + note.message(), json);
      writeLocations(note.span(), Optional.empty(), "", json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeResults(Report report, SarifRules rules, JsonGenerator json)
      throws IOException {
    var fingerprints = new Fingerprints();
    json.writeArrayFieldStart("results");
    for (Finding finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("ruleId", SarifRules.id(finding));
      json.writeNumberField("ruleIndex", rules.index(finding));
      json.writeStringField("level", SarifRules.level(finding));
      writeMessage(FindingText.withAdvice(finding), json);
      writeLocations(finding.span(), finding.object(), finding.path(), json);
      if (!finding.related().isEmpty()) {
        writeRelated(finding, json);
      }
      json.writeObjectFieldStart("partialFingerprints");
      json.writeStringField("taffrailFinding/v1", fingerprints.next(finding));
      json.writeEndObject();
      if (finding.waiver().isPresent()) {
        writeSuppression(finding.waiver().get(), json);
      }
      json.writeObjectFieldStart("properties");
      json.writeStringField("outcome", finding.outcome().word());
      if (finding.code().isPresent()) {
        json.writeStringField("code", finding.code().get().word());
      }
      json.writeStringField("severity", finding.severity().word());
      json.writeStringField("enforcement", finding.enforcement().word());
      if (!finding.enforcementReason().isEmpty()) {
        json.writeStringField("enforcementReason", finding.enforcementReason());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Somebody decided it outside of the manifest, and says why. */
  private static void writeSuppression(Waiver waiver, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", waiver.words());
    json.writeObjectFieldStart("location");
    writeLocation(waiver.span(), Optional.empty(), "", json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeRelated(Finding finding, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("relatedLocations");
    int id = 1;
    for (Finding.Related related : finding.related()) {
      json.writeStartObject();
      json.writeNumberField("id", id++);
      writeMessage(related.object().title() + ": " + related.message(), json);
      writeLocation(related.span(), Optional.of(related.object()), related.path(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMessage(String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static void writeLocations(
      Span span, Optional<ObjectRef> object, String path, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    writeLocation(span, object, path, json);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeLocation(
      Span span, Optional<ObjectRef> object, String path, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", FileUri.of(span.source().name()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    Position start = span.startPosition();
    Position end = span.endPosition();
    json.writeNumberField("startLine", start.line());
    json.writeNumberField("startColumn", start.column());
    json.writeNumberField("endLine", end.line());
    json.writeNumberField("endColumn", end.column());
    json.writeEndObject();
    json.writeEndObject();
    if (object.isPresent()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField(
          "fullyQualifiedName", object.get().title() + (path.isEmpty() ? "" : " " + path));
      json.writeStringField("kind", path.isEmpty() ? "object" : "member");
      json.writeEndObject();
      json.writeEndArray();
    }
  }
}
