package dev.taffrail.object;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Builds the nodes of JSON values that follow each other in a part of a file, on Jackson's stream.
 *
 * <p>Finds words for every mistake, and is what {@link DirectJson} has to agree with.
 */
final class JsonTree implements AutoCloseable {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // this class has limits of its own, with messages of its own
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(ReadLimits.DEEPEST + 1)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final SourceFile source;
  private final String file;
  private final DocumentParts.Part part;
  private final ReadLimits limits;
  private final JsonParser parser;

  /** Where the parser started to read. */
  private final int from;

  JsonTree(SourceFile source, DocumentParts.Part part, ReadLimits limits) {
    this(source, part, part.start(), limits);
  }

  /** Goes on in a part, with the values from a place on. */
  JsonTree(SourceFile source, DocumentParts.Part part, int from, ReadLimits limits) {
    this.source = source;
    this.file = source.text();
    this.part = part;
    this.limits = limits;
    this.from = from;
    try {
      this.parser = FACTORY.createParser(new StringReader(file.substring(from, part.end())));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How many nodes the value has that is being read. */
  private int nodes;

  /** The next value, or empty at the end of the part. */
  Optional<Node> next() throws UnreadableException {
    nodes = 0;
    try {
      JsonToken token = parser.nextToken();
      return token == null ? Optional.empty() : Optional.of(node(token, 0));
    } catch (JsonProcessingException mistake) {
      int near = from + (int) Math.max(0, mistake.getLocation().getCharOffset());
      throw JsonMistakes.describe(file, part, Math.min(near, part.end()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Node node(JsonToken token, int depth) throws IOException, UnreadableException {
    int start = start();
    if (++nodes > limits.nodes()) {
      throw TooMuch.nodes(limits, start);
    }
    return switch (token) {
      case START_OBJECT -> mapping(start, deeper(depth, start));
      case START_ARRAY -> sequence(start, deeper(depth, start));
      case VALUE_STRING -> {
        String value = string(parser.getText(), start);
        yield new Node.Text(value, start, here());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), start);
      case VALUE_TRUE -> new Node.Bool(true, start, start + 4);
      case VALUE_FALSE -> new Node.Bool(false, start, start + 5);
      case VALUE_NULL -> new Node.Null(start, start + 4);
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException(token + " is no start of a JSON value");
    };
  }

  private int deeper(int depth, int start) throws UnreadableException {
    if (depth >= limits.depth()) {
      throw TooMuch.nested(limits, start);
    }
    return depth + 1;
  }

  private Node sequence(int start, int depth) throws IOException, UnreadableException {
    var elements = new ArrayList<Node>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(node(token, depth));
    }
    return new Node.Sequence(elements, start, here());
  }

  private Node mapping(int start, int depth) throws IOException, UnreadableException {
    var entries = new MappingEntries();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int keyStart = start();
      String key = string(parser.currentName(), keyStart);
      int before = entries.writtenAt(key);
      if (before >= 0) {
        throw TooMuch.twice(
            source, key, before, keyStart, JsonMistakes.stringEnd(file, keyStart, part.end()));
      }
      entries.write(key, keyStart, node(parser.nextToken(), depth));
    }
    return entries.build(start, here());
  }

  private Node number(String text, int start) throws UnreadableException {
    int end = start + text.length();
    if (text.length() > limits.scalar()) {
      throw TooMuch.scalar(limits, start);
    }
    return NumberNodes.json(text, start)
        .orElseThrow(
            () ->
                new UnreadableException(
                    start,
                    end,
                    "a number is too large for 64 bits of floating point",
                    "quote it if it is meant as a string"));
  }

  /** The API server's library replaces halves of surrogate pairs, which no text can hold. */
  private String string(String text, int start) throws UnreadableException {
    if (text.length() > limits.scalar()) {
      throw TooMuch.scalar(limits, start);
    }
    return Surrogates.repaired(text);
  }

  private int start() {
    return from + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int here() {
    return from + (int) parser.currentLocation().getCharOffset();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
