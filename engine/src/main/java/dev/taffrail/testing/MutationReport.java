package dev.taffrail.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.source.Position;
import dev.taffrail.testing.MutationRun.Survivor;
import java.io.IOException;
import java.io.Writer;

/** Which changes of policies no test noticed. */
public final class MutationReport {
  private MutationReport() {}

  /** For people. */
  public static void text(MutationRun.Result result, Writer out) throws IOException {
    out.write(
        "mutants: %d tried, %d killed, %d survived%s; %d more did not compile%s\n"
            .formatted(
                result.tried(),
                result.killed(),
                result.survivors().size(),
                result.allowed().isEmpty() ? "" : ", %d allowed".formatted(result.allowed().size()),
                result.notCompiled(),
                result.equivalent() == 0
                    ? ""
                    : ", %d changed nothing".formatted(result.equivalent())));
    for (Survivor survivor : result.survivors()) {
      out.write("  " + line(survivor) + "\n");
    }
    for (MutationRun.Allowed allowed : result.allowed()) {
      out.write("  " + line(allowed.survivor()) + "\n    allowed: " + allowed.reason() + "\n");
    }
    for (String policy : result.untested()) {
      out.write("  " + policy + " has no test, so nothing would be noticed\n");
    }
    out.flush();
  }

  private static String line(Survivor survivor) {
    Position start = survivor.mutant().place().startPosition();
    return "%s:%d:%d  %s: %s"
        .formatted(
            survivor.mutant().place().source().name(),
            start.line(),
            start.column(),
            survivor.owner(),
            survivor.mutant().description());
  }

  /** As a member of a JSON object. */
  static void json(MutationRun.Result result, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("mutants");
    json.writeNumberField("tried", result.tried());
    json.writeNumberField("killed", result.killed());
    json.writeNumberField("notCompiled", result.notCompiled());
    json.writeNumberField("equivalent", result.equivalent());
    json.writeArrayFieldStart("survivors");
    for (Survivor survivor : result.survivors()) {
      json.writeStartObject();
      json(survivor, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("allowed");
    for (MutationRun.Allowed allowed : result.allowed()) {
      json.writeStartObject();
      json(allowed.survivor(), json);
      json.writeStringField("reason", allowed.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("untested");
    for (String policy : result.untested()) {
      json.writeString(policy);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void json(Survivor survivor, JsonGenerator json) throws IOException {
    json.writeStringField("owner", survivor.owner());
    TestJsonReport.place(survivor.mutant().place(), json);
    json.writeStringField("change", survivor.mutant().description());
    json.writeStringField("replacement", survivor.mutant().replacement());
  }
}
