package dev.taffrail.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order of values. */
public final class Ordering {
  private Ordering() {}

  /** Compares two values of one ordered type; numbers of both kinds compare by amount. */
  public static int compare(Value a, Value b) {
    if (isNumber(a) && isNumber(b)) {
      return Numbers.amount(a).compareTo(Numbers.amount(b));
    }
    if (a.getClass() != b.getClass()) {
      throw new IllegalArgumentException("no common order: " + a + " and " + b);
    }
    return within(a, b);
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Int || value instanceof Value.Decimal;
  }

  /** A total order over all values, consistent with equality; used for sets, maps and reports. */
  public static int total(Value a, Value b) {
    int order = Integer.compare(rank(a), rank(b));
    return order != 0 ? order : within(a, b);
  }

  /** Text by code points: comparing UTF-16 units would put emoji before some other letters. */
  public static int compareText(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
        return surrogates
            ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y))
            : x - y;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Both have one rank. */
  private static int within(Value a, Value b) {
    return switch (a) {
      case Value.Absent absent -> 0;
      case Value.Bool x -> Boolean.compare(x.value(), ((Value.Bool) b).value());
      case Value.Int x -> Long.compare(x.value(), ((Value.Int) b).value());
      case Value.Decimal x -> x.value().compareTo(((Value.Decimal) b).value());
      case Value.Text x -> compareText(x.value(), ((Value.Text) b).value());
      case BytesValue x -> Arrays.compareUnsigned(x.bytes(), ((BytesValue) b).bytes());
      case Quantity x -> x.amount().compareTo(((Quantity) b).amount());
      case DurationValue x -> x.value().compareTo(((DurationValue) b).value());
      case InstantValue x -> x.value().compareTo(((InstantValue) b).value());
      case DateValue x -> x.value().compareTo(((DateValue) b).value());
      case Percent x -> x.value().compareTo(((Percent) b).value());
      case SemVer x -> x.compare((SemVer) b);
      case Ip x -> ips(x, (Ip) b);
      case Cidr x -> cidrs(x, (Cidr) b);
      case IntOrString x -> total(x.content(), ((IntOrString) b).content());
      case ImageRef x -> images(x, (ImageRef) b);
      case ImagePrefix x -> compareText(x.canonical(), ((ImagePrefix) b).canonical());
      case RegexValue x -> compareText(x.text(), ((RegexValue) b).text());
      case Glob x -> compareText(x.text(), ((Glob) b).text());
      case Selector x -> selectors(x, (Selector) b);
      case PathPattern x -> paths(x, (PathPattern) b);
      case CronValue x -> compareText(x.text(), ((CronValue) b).text());
      case CertificateValue x -> Arrays.compareUnsigned(x.der(), ((CertificateValue) b).der());
      case PrivateKeyValue x -> Arrays.compareUnsigned(x.der(), ((PrivateKeyValue) b).der());
      case EnumValue x -> enums(x, (EnumValue) b);
      case RangeValue x -> ranges(x, (RangeValue) b);
      case ListValue x -> lists(x.elements(), ((ListValue) b).elements());
      case SetValue x -> lists(x.elements(), ((SetValue) b).elements());
      case MapValue x -> maps(x, (MapValue) b);
      case RecordValue x -> records(x, (RecordValue) b);
      case ObjectValue x -> ObjectOrdering.compare(x, (ObjectValue) b);
      case JsonValue x -> NodeOrdering.compare(x.node(), ((JsonValue) b).node());
    };
  }

  private static int rank(Value value) {
    return switch (value) {
      case Value.Absent absent -> 0;
      case Value.Bool bool -> 1;
      case Value.Int number -> 2;
      case Value.Decimal number -> 3;
      case Value.Text text -> 4;
      case BytesValue bytes -> 5;
      case Quantity quantity -> 6;
      case DurationValue duration -> 7;
      case InstantValue instant -> 8;
      case DateValue date -> 9;
      case Percent percent -> 10;
      case SemVer version -> 11;
      case Ip ip -> 12;
      case Cidr cidr -> 13;
      case IntOrString either -> 14;
      case ImageRef image -> 15;
      case ImagePrefix prefix -> 16;
      case RegexValue regex -> 17;
      case Glob glob -> 18;
      case Selector selector -> 19;
      case PathPattern path -> 20;
      case EnumValue member -> 21;
      case RangeValue range -> 22;
      case ListValue list -> 23;
      case SetValue set -> 24;
      case MapValue map -> 25;
      case RecordValue record -> 26;
      case ObjectValue object -> 27;
      case JsonValue json -> 28;
      case CronValue cron -> 29;
      case CertificateValue certificate -> 30;
      case PrivateKeyValue key -> 31;
    };
  }

  private static int ips(Ip a, Ip b) {
    int order = Boolean.compare(a.isIpv6(), b.isIpv6());
    return order != 0 ? order : a.bits().compareTo(b.bits());
  }

  private static int cidrs(Cidr a, Cidr b) {
    int order = ips(a.network(), b.network());
    return order != 0 ? order : Integer.compare(a.prefix(), b.prefix());
  }

  private static int images(ImageRef a, ImageRef b) {
    return Comparator.comparing(ImageRef::repository, Ordering::compareText)
        .thenComparing(image -> image.tag().orElse(""), Ordering::compareText)
        .thenComparing(image -> image.digest().orElse(""), Ordering::compareText)
        .compare(a, b);
  }

  private static int selectors(Selector a, Selector b) {
    return Arrays.compare(
        a.requirements().toArray(new Selector.Requirement[0]),
        b.requirements().toArray(new Selector.Requirement[0]));
  }

  private static int paths(PathPattern a, PathPattern b) {
    return compareText(a.canonical(), b.canonical());
  }

  /** Members in the order of their declaration. */
  private static int enums(EnumValue a, EnumValue b) {
    int order = compareText(a.type(), b.type());
    if (order == 0) {
      order = Integer.compare(a.ordinal(), b.ordinal());
    }
    return order != 0 ? order : compareText(a.member(), b.member());
  }

  private static int ranges(RangeValue a, RangeValue b) {
    int order = total(a.low(), b.low());
    return order != 0 ? order : total(a.high(), b.high());
  }

  private static int lists(List<Value> a, List<Value> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = total(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int maps(MapValue a, MapValue b) {
    return lists(flat(a.entries()), flat(b.entries()));
  }

  private static List<Value> flat(Map<Value, Value> entries) {
    var flat = new ArrayList<Value>(entries.size() * 2);
    entries.forEach(
        (key, value) -> {
          flat.add(key);
          flat.add(value);
        });
    return flat;
  }

  /** By field names in alphabetical order, since equality does not look at the order written. */
  private static int records(RecordValue a, RecordValue b) {
    return lists(sorted(a), sorted(b));
  }

  private static List<Value> sorted(RecordValue record) {
    var flat = new ArrayList<Value>(record.fields().size() * 2);
    record.fields().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Ordering::compareText))
        .forEach(
            field -> {
              flat.add(new Value.Text(field.getKey()));
              flat.add(field.getValue());
            });
    return flat;
  }
}
