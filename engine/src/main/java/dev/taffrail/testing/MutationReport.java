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
        "mutants: %d tried, %d killed, %d survived; %d more did not compile%s\n"
            .formatted(
                result.tried(),
                result.killed(),
                result.survivors().size(),
                result.notCompiled(),
                result.equivalent() == 0
                    ? ""
                    : ", %d changed nothing".formatted(result.equivalent())));
    for (Survivor survivor : result.survivors()) {
      Position start = survivor.mutant().place().startPosition();
      out.write(
          "  %s:%d:%d  %s: %s\n"
              .formatted(
                  survivor.mutant().place().source().name(),
                  start.line(),
                  start.column(),
                  survivor.owner(),
                  survivor.mutant().description()));
    }
    out.flush();
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
      json.writeStringField("owner", survivor.owner());
      TestJsonReport.place(survivor.mutant().place(), json);
      json.writeStringField("change", survivor.mutant().description());
      json.writeStringField("replacement", survivor.mutant().replacement());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
