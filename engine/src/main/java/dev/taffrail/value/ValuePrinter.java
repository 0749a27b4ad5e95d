package dev.taffrail.value;

import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values look in messages. */
public final class ValuePrinter {
  /** What the lexer reads as a quantity; others can only be written as text. */
  private static final Pattern QUANTITY_LITERAL =
      Pattern.compile("[0-9]+(\\.[0-9]+)?([numkMGTPE]|[KMGTPE]i)");

  private static final ValuePrinter PLAIN = new ValuePrinter(false, Integer.MAX_VALUE);
  private static final ValuePrinter LITERAL = new ValuePrinter(true, Integer.MAX_VALUE);

  private final boolean literal;
  private final int enough;

  private ValuePrinter(boolean literal, int enough) {
    this.literal = literal;
    this.enough = enough;
  }

  /** Plain form for messages: text without quotes, lists in brackets, objects by their title. */
  public static String plain(Value value) {
    return PLAIN.print(value);
  }

  /**
   * The same for somebody who reads only the first characters: a list that is longer may end there,
   * so that naming thousands of objects costs no more than naming some.
   */
  public static String plain(Value value, int enough) {
    return new ValuePrinter(false, enough).print(value);
  }

  /** Literal form as it would be typed in a policy: text in quotes. */
  public static String literal(Value value) {
    return LITERAL.print(value);
  }

  /** Text in quotes, escaped so that the language reads the same text back. */
  public static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints().forEach(code -> escape(code, out));
    return out.append('"').toString();
  }

  private static void escape(int code, StringBuilder out) {
    switch (code) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '{' -> out.append("{{");
      case '}' -> out.append("}}");
      default -> {
        if (Character.isISOControl(code) || Character.getType(code) == Character.FORMAT) {
          out.append("\\u{").append(Integer.toHexString(code)).append('}');
        } else {
          out.appendCodePoint(code);
        }
      }
    }
  }

  private String print(Value value) {
    return switch (value) {
      case Value.Absent absent -> "(unset)";
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Int number -> Long.toString(number.value());
      case Value.Decimal number -> decimal(number);
      case Value.Text text -> text(text.value());
      case BytesValue bytes -> "(%d bytes)".formatted(bytes.bytes().length);
      case Quantity quantity -> quantity(quantity);
      case DurationValue duration -> duration.text();
      case InstantValue instant -> instant.text();
      case DateValue date -> date.value().toString();
      case Percent percent -> percent.text();
      case SemVer version -> tagged("semver", version.text());
      case Ip ip -> tagged("ip", ip.text());
      case Cidr cidr -> tagged("cidr", cidr.text());
      case IntOrString either -> print(either.content());
      case ImageRef image -> tagged("image", image.text());
      case ImagePrefix prefix -> text(prefix.text());
      case RegexValue regex -> tagged("re", regex.text());
      case Glob glob -> tagged("glob", glob.text());
      case Selector selector -> tagged("selector", selector.text());
      case PathPattern path -> tagged("path", path.text());
      case CronValue cron -> text(cron.text());
      case CertificateValue certificate -> "(certificate of %s)".formatted(certificate.subject());
      case PrivateKeyValue key -> "(private key)";
      case EnumValue member -> member.member();
      case RangeValue range -> print(range.low()) + ".." + print(range.high());
      case ListValue list -> list(list.elements());
      case SetValue set -> list(set.elements());
      case MapValue map -> map(map.entries());
      case RecordValue record -> record(record);
      case ObjectValue object -> object(object);
      case JsonValue json -> json(json.node());
    };
  }

  private static String decimal(Value.Decimal number) {
    return number.value().signum() == 0 ? "0" : number.value().stripTrailingZeros().toPlainString();
  }

  private String text(String text) {
    return literal ? quoted(text) : text;
  }

  private String quantity(Quantity quantity) {
    return QUANTITY_LITERAL.matcher(quantity.text()).matches()
        ? quantity.text()
        : text(quantity.text());
  }

  /** Text with a tag knows no escapes. */
  private String tagged(String tag, String text) {
    if (!literal) {
      return text;
    }
    String quotes = text.contains("\"") || text.contains("\n") ? "\"\"\"" : "\"";
    return tag + quotes + text + quotes;
  }

  private String list(List<Value> elements) {
    var text = new StringBuilder("[");
    for (int i = 0; i < elements.size() && text.length() <= enough; i++) {
      text.append(i == 0 ? "" : ", ").append(print(elements.get(i)));
    }
    return text.append(']').toString();
  }

  private String map(Map<Value, Value> entries) {
    return entries.entrySet().stream()
        .map(entry -> print(entry.getKey()) + ": " + print(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Without the fields that are not set. */
  private String record(RecordValue record) {
    return record.fields().entrySet().stream()
        .filter(field -> !field.getValue().isAbsent())
        .map(field -> field.getKey() + ": " + print(field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String object(ObjectValue object) {
    boolean whole = object.root().isEmpty() || object.place().path().isRoot();
    return whole ? object.place().object().title() : object.place().path().toString();
  }

  private String json(Node node) {
    return node instanceof Node.Text string ? text(string.value()) : Nodes.toJson(node);
  }
}
