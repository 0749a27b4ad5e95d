package dev.taffrail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.DataFile;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.finding.Waiver;
import dev.taffrail.source.Position;
import dev.taffrail.source.Span;
import dev.taffrail.value.ErrorCode;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The report for programs: one object whose keys are always there, null where there is nothing to
 * say.
 */
public final class JsonReport implements ReportWriter {
  @Override
  public void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeStringField("version", report.version());
      writeSummary(report.summary(), json);
      json.writeArrayFieldStart("findings");
      for (Finding finding : report.findings()) {
        writeFinding(finding, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notes");
      for (Note note : report.notes()) {
        json.writeStartObject();
        writePlace(note.span(), json);
        json.writeStringField("message", note.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      writeNotJudged(report, json);
      writeUnknownReferences(report, json);
      writeDataFiles(report, json);
      writeCompliance(report, json);
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void writeNotJudged(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("notJudged");
    for (NotJudged policy : report.notJudged()) {
      json.writeStartObject();
      json.writeStringField("policy", policy.policy());
      json.writeArrayFieldStart("kinds");
      for (String kind : policy.kinds()) {
        json.writeString(kind);
      }
      json.writeEndArray();
      json.writeStringField("message", policy.message());
      json.writeStringField("help", policy.help());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeUnknownReferences(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("unknownReferences");
    for (UnknownReferences gap : report.unknownReferences()) {
      json.writeStartObject();
      json.writeStringField("group", gap.kind().group());
      json.writeStringField("kind", gap.kind().kind());
      json.writeNumberField("objects", gap.objects());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeDataFiles(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("dataFiles");
    for (DataFile table : report.dataFiles()) {
      json.writeStartObject();
      json.writeStringField("file", table.file());
      json.writeStringField("sha256", table.sha256());
      JsonText.textOrNull(json, "date", table.date().map(LocalDate::toString));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeCompliance(Report report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("compliance");
    for (Compliance compliance : report.compliance()) {
      json.writeStartObject();
      json.writeStringField("framework", compliance.framework());
      json.writeStringField("title", compliance.title());
      json.writeObjectFieldStart("totals");
      for (var total : compliance.totals().entrySet()) {
        json.writeNumberField(key(total.getKey()), total.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("controls");
      for (Compliance.Row row : compliance.controls()) {
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("title", row.title());
        json.writeStringField("status", key(row.status()));
        json.writeArrayFieldStart("policies");
        for (String policy : row.policies()) {
          json.writeString(policy);
        }
        json.writeEndArray();
        json.writeNumberField("objects", row.objects());
        json.writeNumberField("violations", row.violations());
        json.writeNumberField("errors", row.errors());
        json.writeNumberField("waived", row.waived());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String key(Compliance.Status status) {
    return switch (status) {
      case FAILED -> "failed";
      case ERROR -> "error";
      case NOT_JUDGED -> "notJudged";
      case WAIVED -> "waived";
      case PASSED -> "passed";
      case NOT_APPLICABLE -> "notApplicable";
      case NO_POLICY -> "noPolicy";
    };
  }

  private static void writeSummary(Summary summary, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("objects", summary.objects());
    json.writeNumberField("policies", summary.policies());
    json.writeNumberField("pass", summary.pass());
    json.writeNumberField("violations", summary.violations());
    json.writeNumberField("errors", summary.errors());
    json.writeNumberField("waived", summary.waived());
    json.writeNumberField("notApplicable", summary.notApplicable());
    json.writeNumberField("notJudged", summary.notJudged());
    json.writeNumberField("skipped", summary.skipped());
    json.writeNumberField("off", summary.off());
    json.writeEndObject();
  }

  private static void writeFinding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", finding.policy());
    JsonText.textOrNull(json, "title", finding.title());
    JsonText.textOrNull(json, "rule", finding.rule());
    json.writeStringField("outcome", finding.outcome().word());
    JsonText.textOrNull(json, "code", finding.code().map(ErrorCode::word));
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("enforcement", finding.enforcement().word());
    JsonText.textOrNull(json, "enforcementReason", finding.enforcementReason());
    json.writeStringField("message", finding.message());
    JsonText.textOrNull(json, "expected", finding.expected());
    JsonText.textOrNull(json, "remediation", finding.remediation());
    writeObject(finding.object(), json);
    writePlace(finding.span(), json);
    JsonText.textOrNull(json, "path", finding.path());
    json.writeArrayFieldStart("controls");
    for (Control control : finding.controls()) {
      json.writeStartObject();
      json.writeStringField("framework", control.framework());
      json.writeStringField("id", control.id());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("related");
    for (Finding.Related related : finding.related()) {
      json.writeStartObject();
      json.writeStringField("message", related.message());
      writeObject(Optional.of(related.object()), json);
      writePlace(related.span(), json);
      JsonText.textOrNull(json, "path", related.path());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeOrigin(finding.origin(), json);
    writeWaiver(finding.waiver(), json);
    json.writeEndObject();
  }

  private static void writeObject(Optional<ObjectRef> object, JsonGenerator json)
      throws IOException {
    if (object.isEmpty()) {
      json.writeNullField("object");
      return;
    }
    json.writeObjectFieldStart("object");
    json.writeStringField("apiVersion", object.get().apiVersion());
    json.writeStringField("kind", object.get().kind());
    JsonText.textOrNull(json, "namespace", object.get().namespace());
    JsonText.textOrNull(json, "name", object.get().name());
    json.writeEndObject();
  }

  private static void writePlace(Span span, JsonGenerator json) throws IOException {
    json.writeStringField("file", span.source().name());
    Position start = span.startPosition();
    json.writeNumberField("line", start.line());
    json.writeNumberField("column", start.column());
    Position end = span.endPosition();
    json.writeNumberField("endLine", end.line());
    json.writeNumberField("endColumn", end.column());
  }

  private static void writeWaiver(Optional<Waiver> waiver, JsonGenerator json) throws IOException {
    if (waiver.isEmpty()) {
      json.writeNullField("waiver");
      return;
    }
    json.writeObjectFieldStart("waiver");
    writePlace(waiver.get().span(), json);
    json.writeStringField("until", waiver.get().until().toString());
    json.writeStringField("reason", waiver.get().reason());
    JsonText.textOrNull(json, "approvedBy", waiver.get().approvedBy());
    JsonText.textOrNull(json, "ticket", waiver.get().ticket());
    json.writeEndObject();
  }

  private static void writeOrigin(Optional<Span> origin, JsonGenerator json) throws IOException {
    if (origin.isEmpty()) {
      json.writeNullField("origin");
      return;
    }
    json.writeObjectFieldStart("origin");
    writePlace(origin.get(), json);
    json.writeEndObject();
  }
}
