package dev.taffrail.object;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where the nodes that the parser's events announce stand in the file. */
final class EventPlaces {
  private final YamlText text;

  EventPlaces(YamlText text) {
    this.text = text;
  }

  /** Where a node starts, behind its anchor and tag. */
  int start(NodeEvent event) {
    int start = mark(event.getStartMark());
    return switch (event) {
      case ScalarEvent scalar when scalar.isPlain() && scalar.getValue().isEmpty() -> end(event);
      case ScalarEvent scalar when hasProperties(scalar, scalar.getTag()) ->
          Math.min(text.skipProperties(start), end(event));
      case CollectionStartEvent collection when hasProperties(collection, collection.getTag()) ->
          text.skipProperties(start);
      default -> start;
    };
  }

  private static boolean hasProperties(NodeEvent event, Optional<String> tag) {
    return tag.isPresent() || (event.getAnchor().isPresent() && !(event instanceof AliasEvent));
  }

  /** Where the text of an event ends. */
  int end(Event event) {
    return mark(event.getEndMark());
  }

  /** Whether a scalar has no text at all, not even a tag. */
  static boolean isAbsent(ScalarEvent scalar) {
    return scalar.isPlain()
        && scalar.getValue().isEmpty()
        && scalar.getTag().isEmpty()
        && scalar.getAnchor().isEmpty();
  }

  /** The place of a value that is not written; the parser's mark for it may be lines below. */
  int behindColon(int keyEnd) {
    int colon = text.skipBlanks(keyEnd);
    return colon < text.end() && text.charAt(colon) == ':' ? colon + 1 : keyEnd;
  }

  private int mark(Optional<Mark> mark) {
    return text.offset(mark.orElseThrow().getIndex());
  }
}
