package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Composes the nodes of one YAML document from the parser's events.
 *
 * <p>The library's own composer and constructors are not used: they follow YAML 1.2, drop merge
 * keys and read scalars differently from kubectl. Reads everything and finds words for every
 * mistake; {@link DirectYaml} has to agree with it.
 */
final class YamlTree {
  private static final int SMALLEST_BUFFER = 1 << 10;
  private static final int LARGEST_BUFFER = 1 << 22;

  private final SourceFile source;
  private final YamlText text;
  private final ReadLimits limits;
  private final ParserImpl parser;
  private final EventPlaces places;
  private final OlderYaml older;
  private final ScalarNodes scalars;
  private final YamlAnchors anchors;
  private int flowDepth;

  /** Where the node that was composed last ends here, an alias at its own place. */
  private int composedEnd;

  /**
   * A document that was read.
   *
   * @param root its node; empty for a document without one
   * @param rest where text starts that kubectl ignores, or the end of the document
   */
  record Document(Optional<Node> root, int rest) {}

  private YamlTree(SourceFile source, YamlText text, ReadLimits limits) {
    this.source = source;
    this.text = text;
    this.limits = limits;
    this.parser = parser(text.forParser());
    this.places = new EventPlaces(text);
    this.older = new OlderYaml(text);
    this.scalars = new ScalarNodes(limits);
    this.anchors = new YamlAnchors(limits);
  }

  /**
   * The parser of a document.
   *
   * <p>Its buffer holds the whole of a usual document: the library copies what it looks ahead over
   * once for each buffer it reads, which is quadratic in the length of a token. The limit on code
   * points is not needed, there is one on bytes.
   */
  private static ParserImpl parser(String document) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.clamp(document.length(), SMALLEST_BUFFER, LARGEST_BUFFER))
            .build();
    return new ParserImpl(settings, new StreamReader(settings, document));
  }

  static Document read(SourceFile source, DocumentParts.Part part, ReadLimits limits)
      throws UnreadableException {
    YamlText text = YamlText.of(source.text(), part);
    try {
      return new YamlTree(source, text, limits).document();
    } catch (YamlEngineException mistake) {
      throw YamlMistakes.describe(mistake, source, text);
    }
  }

  private Document document() throws UnreadableException {
    parser.next(); // the start of the stream
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return new Document(Optional.empty(), text.end());
    }
    parser.next(); // the start of the document
    Node root = node(parser.next(), 0);
    int rootEnd = composedEnd;
    var documentEnd = (DocumentEndEvent) parser.next();
    int rest = text.skipBlanks(documentEnd.isExplicit() ? places.end(documentEnd) : rootEnd);
    older.check();
    return new Document(Optional.of(root), rest);
  }

  private Node node(Event event, int depth) throws UnreadableException {
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    var nodeEvent = (NodeEvent) event;
    Optional<Anchor> anchor = nodeEvent.getAnchor();
    if (anchor.isEmpty()) {
      return anchored(nodeEvent, depth);
    }
    long before = anchors.open(anchor.get().getValue());
    Node node = anchored(nodeEvent, depth);
    anchors.close(anchor.get().getValue(), node, before);
    return node;
  }

  private Node anchored(NodeEvent event, int depth) throws UnreadableException {
    anchors.count(composedEnd);
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    var collection = (CollectionStartEvent) event;
    if (depth >= limits.depth()) {
      throw TooMuch.nested(limits, places.start(collection));
    }
    int flow = collection.isFlow() ? 1 : 0;
    flowDepth += flow;
    Node node =
        collection instanceof MappingStartEvent mapping
            ? mapping(mapping, depth + 1)
            : sequence((SequenceStartEvent) collection, depth + 1);
    flowDepth -= flow;
    if (flow == 1 && flowDepth == 0) {
      older.flow(node.start(), composedEnd);
    }
    return node;
  }

  private Node alias(AliasEvent event) throws UnreadableException {
    composedEnd = places.end(event);
    return anchors.resolve(event.getAlias().getValue(), places.start(event), composedEnd);
  }

  private Node scalar(ScalarEvent event) throws UnreadableException {
    int start = places.start(event);
    composedEnd = end(event, start);
    return scalars.node(event, start, composedEnd);
  }

  /** Where a scalar ends, once it is known to be one for kubectl too. */
  private int end(ScalarEvent event, int start) throws UnreadableException {
    int end = Math.max(start, places.end(event));
    if (event.isLiteral() || event.isFolded()) {
      end = text.trimmed(start, end);
      older.block(start, end);
    } else if (event.isDQuoted()) {
      older.doubleQuoted(start, end);
    } else if (event.isSQuoted()) {
      older.singleQuoted(start, end);
    } else {
      older.plain(start, end, flowDepth > 0);
    }
    return end;
  }

  private Node sequence(SequenceStartEvent event, int depth) throws UnreadableException {
    int start = places.start(event);
    var elements = new ArrayList<Node>();
    int end = start;
    Event next = parser.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      elements.add(node(next, depth));
      end = composedEnd;
      next = parser.next();
    }
    composedEnd = event.isFlow() ? places.end(next) : end;
    return new Node.Sequence(elements, start, composedEnd);
  }

  private Node mapping(MappingStartEvent event, int depth) throws UnreadableException {
    var entries = new MappingEntries();
    int start = places.start(event);
    // the pair in `[a: 1]` is a flow mapping without brackets
    boolean bracketed = event.isFlow() && text.charAt(start) == '{';
    boolean first = true;
    int end = start;
    Event next = parser.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      int keyStart = places.start((NodeEvent) next);
      start = first && !bracketed ? keyStart : start;
      first = false;
      if (isMerge(next)) {
        merge(keyStart, places.end(next), depth, entries);
      } else {
        String key = key(next, keyStart);
        int keyEnd = composedEnd;
        int before = entries.writtenAt(key);
        if (before >= 0) {
          throw TooMuch.twice(source, key, before, keyStart, keyEnd);
        }
        entries.write(key, keyStart, value(keyEnd, depth));
      }
      end = composedEnd;
      next = parser.next();
    }
    composedEnd = bracketed ? places.end(next) : end;
    return entries.build(start, composedEnd);
  }

  private Node value(int keyEnd, int depth) throws UnreadableException {
    Event event = parser.next();
    if (event instanceof ScalarEvent scalar && EventPlaces.isAbsent(scalar)) {
      composedEnd = places.behindColon(keyEnd);
      anchors.count(composedEnd);
      return new Node.Null(composedEnd, composedEnd);
    }
    return node(event, depth);
  }

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals("<<")
        && (scalar.getImplicit().canOmitTagInPlainScalar()
            || scalar.getTag().equals(Optional.of(YamlScalar.PREFIX + "merge")));
  }

  private void merge(int keyStart, int keyEnd, int depth, MappingEntries entries)
      throws UnreadableException {
    Event event = parser.next();
    Node source = node(event, depth);
    if (source instanceof Node.Mapping mapping) {
      entries.merge(mapping);
      return;
    }
    boolean allMappings =
        source instanceof Node.Sequence list
            && !(event instanceof AliasEvent)
            && list.elements().stream().allMatch(Node.Mapping.class::isInstance);
    if (!allMappings) {
      throw new UnreadableException(
          keyStart,
          keyEnd,
          "the merge key `<<` has "
              + source.what()
              + " where it needs an object or a list of objects",
          "give it an alias such as `*name`, or a list of aliases, or quote the key");
    }
    for (Node element : ((Node.Sequence) source).elements().reversed()) {
      // the first one wins, so it has to come last
      entries.merge((Node.Mapping) element);
    }
  }

  private String key(Event event, int keyStart) throws UnreadableException {
    Optional<String> key = Optional.empty();
    composedEnd = keyStart;
    if (event instanceof ScalarEvent scalar) {
      composedEnd = end(scalar, keyStart);
      key = YamlKeys.text(scalars.meaning(scalar, keyStart));
      if (scalar.getAnchor().isPresent()) {
        node(event, 0); // an alias may stand for a key
      }
    } else if (event instanceof AliasEvent alias) {
      key = YamlKeys.text(alias(alias));
    }
    int keyEnd = composedEnd;
    return key.orElseThrow(
        () ->
            new UnreadableException(
                keyStart, keyEnd, "a key of an object has to be a string", "quote the key"));
  }
}
