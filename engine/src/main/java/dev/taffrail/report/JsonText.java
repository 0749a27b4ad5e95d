package dev.taffrail.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Writes indented JSON that looks the same on every system. */
public final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonText() {}

  public static JsonGenerator generator(Writer out) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    JsonGenerator json = JSON.createGenerator(out);
    json.setPrettyPrinter(printer);
    return json;
  }

  /** A string, or null for the empty one. */
  static void textOrNull(JsonGenerator json, String key, String text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, text);
    }
  }

  static void textOrNull(JsonGenerator json, String key, Optional<String> text) throws IOException {
    textOrNull(json, key, text.orElse(""));
  }
}
