package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.object.ValueReader.Reading;
import dev.taffrail.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.5                   | 2.5
          10                    | 10
          yes                   | true
          ''                    | null
          "1.30"                | "1.30"
          ghcr.io/acme          | "ghcr.io/acme"
          [a, 'b c']            | ["a","b c"]
          {a: 1, b: [true]}     | {"a":1,"b":[true]}
          {"a": "x\\n"}         | {"a":"x\\n"}
          --- 3                 | 3
          # only a comment      | null
          """)
  void readsValues(String text, String json) {
    switch (ValueReader.read(SourceFile.of("--param", text))) {
      case Reading.Value value -> assertEquals(json, Nodes.toJson(value.node()));
      case Reading.Unreadable unreadable -> fail(unreadable.problem().message());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a, b", "{a: 1", "a: b: c", "1\n---\n2\n", "\"open", "{\"a\": 1} 2"})
  void saysWhyATextIsNoValue(String text) {
    assertInstanceOf(Reading.Unreadable.class, ValueReader.read(SourceFile.of("--param", text)));
  }
}
