package dev.taffrail.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Composes the nodes of one YAML document from the parser's events.
 *
 * <p>The library's own composer and constructors are not used: they follow YAML 1.2, drop merge
 * keys and read scalars differently from kubectl.
 */
final class YamlTree {
  /** The limit on code points is the reader's own limit on bytes. */
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final String file;
  private final YamlText text;
  private final ReadLimits limits;
  private final ParserImpl parser;
  private final OlderYaml older;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int flowDepth;
  private long nodes;
  private long aliased;

  /** Where the node that was composed last ends here, an alias at its own place. */
  private int composedEnd;

  /** What an anchor stands for; the node is null while it is being read. */
  private record Anchored(@Nullable Node node, long size) {}

  /**
   * A document that was read.
   *
   * @param root its node; empty for a document without one
   * @param rest where text starts that kubectl ignores, or the end of the document
   */
  record Document(Optional<Node> root, int rest) {}

  private YamlTree(String file, YamlText text, ReadLimits limits) {
    this.file = file;
    this.text = text;
    this.limits = limits;
    this.older = new OlderYaml(text);
    this.parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text.forParser()));
  }

  static Document read(String file, DocumentParts.Part part, ReadLimits limits)
      throws UnreadableException {
    YamlText text = YamlText.of(file, part);
    try {
      return new YamlTree(file, text, limits).document();
    } catch (YamlEngineException mistake) {
      throw YamlMistakes.describe(mistake, file, text);
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
    int rest = text.skipBlanks(documentEnd.isExplicit() ? end(documentEnd) : rootEnd);
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
    String name = anchor.get().getValue();
    long before = nodes;
    anchors.put(name, new Anchored(null, 0));
    Node node = anchored(nodeEvent, depth);
    anchors.put(name, new Anchored(node, nodes - before));
    return node;
  }

  private Node anchored(NodeEvent event, int depth) throws UnreadableException {
    nodes++;
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    var collection = (CollectionStartEvent) event;
    if (depth >= limits.depth()) {
      throw TooMuch.nested(limits, start(collection));
    }
    int flow = collection.isFlow() ? 1 : 0;
    flowDepth += flow;
    Node node =
        collection instanceof MappingStartEvent mapping
            ? mapping(mapping, depth + 1)
            : sequence((SequenceStartEvent) collection, depth + 1);
    flowDepth -= flow;
    return node;
  }

  private Node alias(AliasEvent event) throws UnreadableException {
    String name = event.getAlias().getValue();
    int start = mark(event.getStartMark());
    int end = mark(event.getEndMark());
    Anchored target = anchors.get(name);
    if (target == null) {
      throw new UnreadableException(
          start,
          end,
          "the alias `*" + name + "` has no anchor before it",
          "write `&"
              + name
              + "` in front of the value it stands for, earlier in the same document");
    }
    if (target.node() == null) {
      throw new UnreadableException(
          start,
          end,
          "the alias `*" + name + "` stands inside of the value it stands for",
          "move the anchor `&" + name + "` to a value that does not contain the alias");
    }
    nodes += target.size();
    aliased += target.size();
    if (aliased > limits.aliasedNodes()) {
      throw new UnreadableException(
          start,
          end,
          "the aliases of this document stand for more than " + limits.aliasedNodes() + " values",
          "write the values out, or use fewer aliases of aliases");
    }
    composedEnd = end;
    return target.node();
  }

  private Node sequence(SequenceStartEvent event, int depth) throws UnreadableException {
    int start = start(event);
    var elements = new ArrayList<Node>();
    int end = start;
    Event next = parser.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      elements.add(node(next, depth));
      end = composedEnd;
      next = parser.next();
    }
    composedEnd = event.isFlow() ? end(next) : end;
    if (event.isFlow()) {
      older.flow(start, composedEnd);
    }
    return new Node.Sequence(elements, start, composedEnd);
  }

  private Node mapping(MappingStartEvent event, int depth) throws UnreadableException {
    var entries = new MappingEntries();
    int start = start(event);
    // the pair in `[a: 1]` is a flow mapping without brackets
    boolean bracketed = event.isFlow() && text.charAt(start) == '{';
    boolean first = true;
    int end = start;
    Event next = parser.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      int keyStart = keyStart(next);
      start = first && !bracketed ? keyStart : start;
      first = false;
      if (isMerge(next)) {
        merge(keyStart, end(next), depth, entries);
      } else {
        String key = key(next, keyStart);
        int keyEnd = composedEnd;
        int before = entries.writtenAt(key);
        if (before >= 0) {
          throw TooMuch.twice(file, key, before, keyStart, keyEnd);
        }
        entries.write(key, keyStart, value(keyEnd, depth));
      }
      end = composedEnd;
      next = parser.next();
    }
    composedEnd = bracketed ? end(next) : end;
    if (bracketed) {
      older.flow(start, composedEnd);
    }
    return entries.build(start, composedEnd);
  }

  private Node value(int keyEnd, int depth) throws UnreadableException {
    Event event = parser.next();
    if (event instanceof ScalarEvent scalar && isAbsent(scalar)) {
      // the parser's mark for a value that is not there may be on a later line
      int colon = text.skipBlanks(keyEnd);
      composedEnd = colon < text.end() && text.charAt(colon) == ':' ? colon + 1 : keyEnd;
      nodes++;
      return new Node.Null(composedEnd, composedEnd);
    }
    return node(event, depth);
  }

  private static boolean isAbsent(ScalarEvent scalar) {
    return scalar.isPlain()
        && scalar.getValue().isEmpty()
        && scalar.getTag().isEmpty()
        && scalar.getAnchor().isEmpty();
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
    Optional<String> key;
    if (event instanceof ScalarEvent scalar) {
      YamlScalar meaning = meaning(scalar);
      key = YamlKeys.text(meaning);
      composedEnd = older(scalar, keyStart);
      if (scalar.getAnchor().isPresent()) {
        node(event, 0);
      }
    } else if (event instanceof AliasEvent alias) {
      key = YamlKeys.text(alias(alias));
    } else {
      key = Optional.empty();
      composedEnd = keyStart + 1;
    }
    if (key.isEmpty()) {
      throw new UnreadableException(
          keyStart,
          Math.max(composedEnd, keyStart),
          "a key of an object has to be a string",
          "write the key as a string; quote it if it starts with `{`, `[` or `*`");
    }
    return key.get();
  }

  private Node scalar(ScalarEvent event) throws UnreadableException {
    int start =
        event.getValue().isEmpty() && event.isPlain()
            ? end(event)
            : Math.min(start(event), end(event));
    int end = older(event, start);
    composedEnd = end;
    if (event.getValue().length() > limits.scalar()) {
      throw TooMuch.scalar(limits, start);
    }
    return node(meaning(event), event.getValue(), start, end);
  }

  /** Where a scalar ends, once it is known to be one for kubectl too. */
  private int older(ScalarEvent event, int start) throws UnreadableException {
    int end = Math.max(start, end(event));
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

  private static YamlScalar meaning(ScalarEvent event) {
    if (event.getTag().isPresent()) {
      return YamlScalar.tagged(event.getTag().get(), event.getValue());
    }
    return event.isPlain()
        ? YamlScalar.plain(event.getValue())
        : new YamlScalar.Str(event.getValue());
  }

  private static Node node(YamlScalar meaning, String written, int start, int end)
      throws UnreadableException {
    return switch (meaning) {
      case YamlScalar.Str string -> new Node.Text(string.value(), start, end);
      case YamlScalar.Whole whole -> new Node.Int(whole.value(), start, end);
      case YamlScalar.Unsigned unsigned -> NumberNodes.ofUnsigned(unsigned.bits(), start, end);
      case YamlScalar.Bool bool -> new Node.Bool(bool.value(), start, end);
      case YamlScalar.Null nothing -> new Node.Null(start, end);
      case YamlScalar.Floating floating -> {
        if (Double.isInfinite(floating.value()) || Double.isNaN(floating.value())) {
          throw new UnreadableException(
              start,
              end,
              "`" + written + "` is a number that JSON cannot hold",
              "quote it if it is meant as a string");
        }
        yield NumberNodes.of(floating.value(), start, end);
      }
      case YamlScalar.Mismatch mismatch ->
          throw new UnreadableException(
              start,
              end,
              "the value does not fit its tag `" + mismatch.tag() + "`",
              "correct the value, or remove the tag");
    };
  }

  /** Where an event's node starts behind its anchor and tag. */
  private int start(NodeEvent event) {
    int start = mark(event.getStartMark());
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case CollectionStartEvent collection -> collection.getTag().isPresent();
          default -> false;
        };
    return tagged || event.getAnchor().isPresent() ? text.skipProperties(start) : start;
  }

  private int keyStart(Event event) {
    return event instanceof AliasEvent ? mark(event.getStartMark()) : start((NodeEvent) event);
  }

  private int end(Event event) {
    return mark(event.getEndMark());
  }

  private int mark(Optional<Mark> mark) {
    return text.offset(mark.orElseThrow().getIndex());
  }
}
