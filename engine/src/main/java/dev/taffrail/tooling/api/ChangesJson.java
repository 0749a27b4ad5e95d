package dev.taffrail.tooling.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.report.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Changes for programs. */
public final class ChangesJson {
  private ChangesJson() {}

  /** One object with `version`, `breaking` and `changes`; all keys are always there. */
  public static void write(String version, List<Change> changes, Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeStringField("version", version);
      json.writeNumberField(
          "breaking", changes.stream().filter(c -> c.effect() == Change.Effect.BREAKING).count());
      json.writeArrayFieldStart("changes");
      for (Change change : changes) {
        json.writeStartObject();
        json.writeStringField("effect", change.effect().word());
        json.writeStringField("what", change.what());
        json.writeStringField("id", change.id());
        json.writeStringField("message", change.words());
        text("was", change.was(), json);
        text("is", change.is(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
    out.flush();
  }

  private static void text(String key, Optional<String> text, JsonGenerator json)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(key, text.get());
    } else {
      json.writeNullField(key);
    }
  }
}
