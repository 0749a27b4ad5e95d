package dev.taffrail.repl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.object.Node;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values and responses as JSON, one line each. */
public final class ValueJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ValueJson() {}

  /** A value as maps, lists, texts, numbers and booleans; {@link #NULL} for none. */
  static Object of(Value value) {
    return switch (value) {
      case Value.Absent absent -> NULL;
      case Value.Bool bool -> bool.value();
      case Value.Int number -> number.value();
      case Value.Decimal number -> number.value();
      case Value.Text text -> text.value();
      case IntOrString either -> of(either.content());
      case ListValue list -> list.elements().stream().map(ValueJson::of).toList();
      case SetValue set -> set.elements().stream().map(ValueJson::of).toList();
      case MapValue map -> {
        var entries = new LinkedHashMap<String, Object>();
        map.entries().forEach((k, v) -> entries.put(ValuePrinter.plain(k), of(v)));
        yield entries;
      }
      case RecordValue record -> {
        var entries = new LinkedHashMap<String, Object>();
        record.fields().forEach((k, v) -> entries.put(k, of(v)));
        yield entries;
      }
      case ObjectValue object -> of(ShownNodes.of(object));
      case JsonValue json -> of(json.node());
      default -> ValuePrinter.plain(value);
    };
  }

  /** JSON's null; maps of ours hold none of Java's. */
  static final Object NULL = new Object();

  private static Object of(Node node) {
    return switch (node) {
      case Node.Null nothing -> NULL;
      case Node.Bool bool -> bool.value();
      case Node.Int number -> number.value();
      case Node.Fraction number -> number.value();
      case Node.Text text -> text.value();
      case Node.Sequence list -> list.elements().stream().map(ValueJson::of).toList();
      case Node.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Object>();
        for (int i = 0; i < mapping.size(); i++) {
          entries.put(mapping.key(i), of(mapping.value(i)));
        }
        yield entries;
      }
    };
  }

  /** One line, without line end. */
  public static String print(Map<String, Object> object) {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(object, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        for (var entry : map.entrySet()) {
          json.writeFieldName(String.valueOf(entry.getKey()));
          write(entry.getValue(), json);
        }
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : new ArrayList<Object>(list)) {
          write(element, json);
        }
        json.writeEndArray();
      }
      case Boolean bool -> json.writeBoolean(bool);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case java.math.BigInteger number -> json.writeNumber(number);
      case java.math.BigDecimal number -> json.writeNumber(number);
      case String text -> json.writeString(text);
      default -> {
        if (value == NULL) {
          json.writeNull();
        } else {
          json.writeString(String.valueOf(value));
        }
      }
    }
  }
}
