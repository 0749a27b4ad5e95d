package dev.taffrail.runtime.view;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a record of flags, so that they are read like fields of any object: text that does not fit
 * the type of its flag stays text, and is an error where it is read.
 */
final class FlagNodes {
  private static final String ENTRIES = "entries";

  /** What Go reads as a Boolean, {@code strconv.ParseBool}. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  private FlagNodes() {}

  /** Flags and where they stand. */
  record Made(Node.Mapping node, Place place) {}

  /**
   * The flags of a component.
   *
   * @param list where a flag that is not given would stand
   */
  static Made of(ObjectType type, List<Argument> arguments, Place list, int start) {
    var given = new LinkedHashMap<String, List<Argument>>();
    for (Argument argument : arguments) {
      given.computeIfAbsent(Component.field(argument.name()), f -> new ArrayList<>()).add(argument);
    }
    var nodes = new LinkedHashMap<String, Node>();
    var places = new LinkedHashMap<String, Place>();
    for (Field field : type.fields().values()) {
      List<Argument> all = given.getOrDefault(field.name(), List.of());
      if (field.name().equals(ENTRIES)) {
        nodes.put(ENTRIES, entries(arguments, start));
        places.put(ENTRIES, entryPlaces(arguments, list));
      } else if (all.isEmpty()) {
        places.put(field.name(), list.key(option(field.name())));
      } else {
        nodes.put(field.name(), node(field.type(), all));
        places.put(field.name(), place(all, field.type()));
      }
    }
    return new Made(mapping(nodes, start, start), new Place(list.object(), list.path(), places));
  }

  /** {@code --anonymous-auth} for {@code anonymousAuth}. */
  private static String option(String field) {
    return "--" + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Elements of a list and entries of a map stand where the argument stands that names them. */
  private static Place place(List<Argument> all, Type type) {
    Place last = all.getLast().place();
    var inside = new LinkedHashMap<String, Place>();
    int index = 0;
    for (Argument argument : all) {
      for (String part : parts(argument)) {
        if (type instanceof Type.ListOf) {
          inside.put(Place.step(index++), argument.place());
        } else if (type instanceof Type.MapOf && part.indexOf('=') >= 0) {
          inside.put(key(part), argument.place());
        }
      }
    }
    return new Place(last.object(), last.path(), inside);
  }

  private static List<String> parts(Argument argument) {
    return Arrays.stream(argument.value().split(",")).filter(part -> !part.isBlank()).toList();
  }

  /** {@code Gate} of {@code Gate=true} and {@code kube:Gate=true}. */
  private static String key(String pair) {
    String key = pair.substring(0, pair.indexOf('='));
    return key.substring(key.indexOf(':') + 1).strip();
  }

  private static Node.Sequence entries(List<Argument> arguments, int start) {
    var entries = new ArrayList<Node>();
    for (Argument argument : arguments) {
      var fields = new LinkedHashMap<String, Node>();
      fields.put("name", text(argument.name(), argument));
      fields.put("value", text(argument.value(), argument));
      entries.add(mapping(fields, argument.start(), argument.end()));
    }
    return new Node.Sequence(entries, start, start);
  }

  private static Place entryPlaces(List<Argument> arguments, Place list) {
    var places = new LinkedHashMap<String, Place>();
    for (int i = 0; i < arguments.size(); i++) {
      Place place = arguments.get(i).place();
      places.put(
          Place.step(i),
          new Place(place.object(), place.path(), Map.of("name", place, "value", place)));
    }
    return new Place(list.object(), list.path(), places);
  }

  /** Lists and maps gather what was given several times; of all else the last counts. */
  private static Node node(Type type, List<Argument> all) {
    Argument last = all.getLast();
    return switch (type) {
      case Type.ListOf list -> {
        var elements = new ArrayList<Node>();
        for (Argument argument : all) {
          parts(argument).forEach(part -> elements.add(text(part.strip(), argument)));
        }
        yield new Node.Sequence(elements, last.start(), last.end());
      }
      case Type.MapOf map -> map(map, all);
      case Type.Scalar scalar -> scalar(scalar, last.value(), last);
      default -> text(last.value(), last);
    };
  }

  private static Node map(Type.MapOf type, List<Argument> all) {
    Argument last = all.getLast();
    var entries = new LinkedHashMap<String, Node>();
    for (Argument argument : all) {
      for (String pair : parts(argument)) {
        if (pair.indexOf('=') < 0) {
          return text(argument.value(), argument);
        }
        String value = pair.substring(pair.indexOf('=') + 1).strip();
        entries.put(
            key(pair),
            type.value() == Type.Scalar.BOOL
                ? scalar(Type.Scalar.BOOL, value, argument)
                : text(value, argument));
      }
    }
    return mapping(entries, last.start(), last.end());
  }

  private static Node scalar(Type.Scalar type, String value, Argument at) {
    Optional<Node> parsed =
        switch (type) {
          case BOOL ->
              TRUE.contains(value) || FALSE.contains(value)
                  ? Optional.of(new Node.Bool(TRUE.contains(value), at.start(), at.end()))
                  : Optional.empty();
          case INT -> Texts.whole(value).map(n -> new Node.Int(n.value(), at.start(), at.end()));
          case DECIMAL ->
              Texts.parse(type, value)
                  .map(n -> new Node.Fraction(new BigDecimal(value), at.start(), at.end()));
          default -> Optional.empty();
        };
    return parsed.orElseGet(() -> text(value, at));
  }

  private static Node text(String value, Argument at) {
    return new Node.Text(value, at.start(), at.end());
  }

  static Node.Mapping mapping(Map<String, Node> fields, int start, int end) {
    int[] starts = new int[fields.size()];
    Arrays.fill(starts, start);
    return new Node.Mapping(
        fields.keySet().toArray(String[]::new),
        starts,
        fields.values().toArray(Node[]::new),
        start,
        end);
  }
}
