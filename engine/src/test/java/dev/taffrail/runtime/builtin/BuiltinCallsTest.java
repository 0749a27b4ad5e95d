package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BYTES;
import static dev.taffrail.compiler.type.Type.Scalar.CAPABILITY;
import static dev.taffrail.compiler.type.Type.Scalar.CIDR;
import static dev.taffrail.compiler.type.Type.Scalar.DECIMAL;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_PREFIX;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_REF;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.INT_OR_STRING;
import static dev.taffrail.compiler.type.Type.Scalar.IP;
import static dev.taffrail.compiler.type.Type.Scalar.QUANTITY;
import static dev.taffrail.compiler.type.Type.Scalar.SELECTOR;
import static dev.taffrail.compiler.type.Type.Scalar.SEMVER;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.compiler.type.Type.Scalar.UNIX_PATH;
import static dev.taffrail.compiler.type.Type.Scalar.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.BoundedText;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltinCallsTest {
  private static final Builtins BUILTINS = Builtins.of(SchemaCatalog.newest());
  private static final CallContext CONTEXT =
      new CallContext(
          new FieldReader((rule, holder, reader) -> Value.absent()), SchemaCatalog.newest());

  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  /** A request of jane for a certificate, with a key of the curve P-256. */
  private static final String REQUEST =
      "MIHgMIGGAgEAMCQxEzARBgNVBAoMCmRldmVsb3BlcnMxDTALBgNVBAMMBGphbmUwWTATBgcqhkjO"
          + "PQIBBggqhkjOPQMBBwNCAARgmzm2sLM1QcQI+ecZYcvczImVtevtlU6Iwh5N7TGP6BvjGMYZ6sjD"
          + "cxq6PeoFI7rCI2GztZvkRRzXmBDxndJ6oAAwCgYIKoZIzj0EAwIDSQAwRgIhAIMXd+YWCt/yDTxP"
          + "n3qr/OQhSzpSW72IDK1hg9LSO73sAiEA6WOW5Ry09qfDTyq6h/h/suS8WnmY3wfKCo97Nl3NqQI=";

  private static final Value UP = new EnumValue("Rounding", "up", 0);
  private static final Value DOWN = new EnumValue("Rounding", "down", 1);

  private static Value of(Type.Scalar type, String text) {
    return Texts.parse(type, text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  private static Value word(String text) {
    return new Value.Text(text);
  }

  private static Value whole(long number) {
    return new Value.Int(number);
  }

  private static Value decimal(String number) {
    return new Value.Decimal(new BigDecimal(number));
  }

  private static ListValue list(Value... values) {
    return ListValue.of(List.of(values));
  }

  private static Value words(String... texts) {
    return ListValue.of(Arrays.stream(texts).<Value>map(Value.Text::new).toList());
  }

  private static Value numbers(long... numbers) {
    return ListValue.of(Arrays.stream(numbers).<Value>mapToObj(Value.Int::new).toList());
  }

  private static Value set(long... numbers) {
    return SetValue.of(Arrays.stream(numbers).<Value>mapToObj(Value.Int::new).toList());
  }

  /** Whether the shape of the type, without its parts, can hold the value. */
  private static boolean fits(Type type, Value value) {
    return switch (type) {
      case Type.ListOf list -> value instanceof ListValue;
      case Type.SetOf set -> value instanceof SetValue;
      case Type.MapOf map -> value instanceof MapValue;
      default ->
          !(value instanceof ListValue || value instanceof SetValue || value instanceof MapValue);
    };
  }

  private static Value call(Type receiver, String name, Value... arguments) {
    Builtin found =
        BUILTINS.list().stream()
            .filter(b -> b.signature().name().equals(name))
            .filter(b -> b.signature().receiver().equals(Optional.of(receiver)))
            .filter(b -> b.signature().parameters().size() == arguments.length - 1)
            .filter(
                b ->
                    b.signature().parameters().isEmpty()
                        || fits(b.signature().parameters().getFirst().type(), arguments[1]))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + name));
    return found.code().call(List.of(arguments), CONTEXT);
  }

  static Stream<Arguments> calls() {
    Type list = Declarations.LIST;
    Type set = Declarations.SET;
    Type map = new Type.MapOf(new Type.Variable("K"), new Type.Variable("V"));
    Value emoji = word("a\ud83d\ude00b");
    return Stream.concat(
        NativeCalls.all(),
        Stream.of(
            c(STRING, "size", whole(3), emoji),
            c(STRING, "length", whole(3), emoji),
            c(STRING, "lower", word("\u0069\u00e4\u00df"), word("I\u00c4\u00df")),
            c(STRING, "upper", word("I\u00c4\u00df"), word("i\u00e4\u00df")),
            c(STRING, "trim", word("a b"), word("\u2003\t a b \n")),
            c(STRING, "replace", word("xx"), word("abab"), word("ab"), word("x")),
            c(STRING, "replace", word("abc"), word("abc"), word(""), word("x")),
            c(STRING, "replace", word("ac"), word("abbc"), word("b"), word("")),
            c(STRING, "substring", word("\ud83d\ude00"), emoji, whole(1), whole(2)),
            c(STRING, "substring", emoji, emoji, whole(-5), whole(Long.MAX_VALUE)),
            c(STRING, "substring", word(""), emoji, whole(2), whole(1)),
            c(STRING, "substring", word(""), emoji, whole(9), whole(9)),
            c(STRING, "split", words("a", "", "b"), word("a,,b"), word(",")),
            c(STRING, "split", words("a", ""), word("a--"), word("--")),
            c(STRING, "split", words(""), word(""), word(",")),
            c(STRING, "split", words("a", "\ud83d\ude00", "b"), emoji, word("")),
            c(new Type.ListOf(STRING), "join", word("b, a"), words("b", "a"), word(", ")),
            c(new Type.ListOf(STRING), "join", word(""), words(), word(", ")),
            c(
                new Type.SetOf(STRING),
                "join",
                word("a/b"),
                SetValue.of(List.of(word("b"), word("a"))),
                word("/")),
            c(STRING, "duration", of(DURATION, "90m"), word("1h30m")),
            c(STRING, "semver", of(SEMVER, "1.29.0"), word("v1.29")),
            c(STRING, "ip", of(IP, "::1"), word("0::1")),
            c(STRING, "cidr", of(CIDR, "10.0.0.0/8"), word("10.1.0.0/8")),
            c(
                STRING,
                "instant",
                of(INSTANT, "2026-12-31T10:00:00Z"),
                word("2026-12-31T11:00:00+01:00")),
            c(STRING, "image", of(IMAGE_REF, "nginx"), word("docker.io/nginx")),
            c(STRING, "url", word("https://a"), word("https://a")),
            c(STRING, "capability", Value.absent(), word("")),
            c(STRING, "intOrString", of(INT_OR_STRING, "80"), word("80")),
            c(STRING, "before", word("pods"), word("pods/exec/x"), word("/")),
            c(STRING, "before", word(""), word("/x"), word("/")),
            c(STRING, "before", Value.absent(), word("pods"), word("/")),
            c(STRING, "after", word("exec/x"), word("pods/exec/x"), word("/")),
            c(STRING, "after", word(""), word("x/"), word("/")),
            c(STRING, "after", Value.absent(), word("pods"), word("/")),
            c(STRING, "parseInt", whole(-12), word("-12")),
            c(STRING, "parseInt", Value.absent(), word("12.0")),
            c(STRING, "base64", of(BYTES, "aGk="), word("aGk=")),
            c(STRING, "base64", Value.absent(), word("%")),
            c(STRING, "quantity", of(QUANTITY, "1Gi"), word("1024Mi")),
            c(STRING, "quantity", Value.absent(), word("x")),
            c(STRING, "imagePrefix", of(IMAGE_PREFIX, "ghcr.io"), word("ghcr.io/")),
            c(STRING, "imagePrefix", Value.absent(), word("")),
            c(STRING, "unixPath", word("/etc"), word("//etc/")),
            c(STRING, "date", Value.absent(), word("today")),
            c(list, "size", whole(2), numbers(1, 2)),
            c(list, "first", whole(1), numbers(1, 2)),
            c(list, "first", Value.absent(), numbers()),
            c(list, "last", whole(2), numbers(1, 2)),
            c(list, "last", Value.absent(), numbers()),
            c(list, "take", numbers(1, 2), numbers(1, 2, 3), whole(2)),
            c(list, "take", numbers(), numbers(1, 2, 3), whole(-1)),
            c(list, "take", numbers(1), numbers(1), whole(Long.MAX_VALUE)),
            c(list, "drop", numbers(3), numbers(1, 2, 3), whole(2)),
            c(list, "drop", numbers(1, 2, 3), numbers(1, 2, 3), whole(-1)),
            c(list, "drop", numbers(), numbers(1), whole(Long.MAX_VALUE)),
            c(list, "reversed", numbers(3, 2, 1), numbers(1, 2, 3)),
            c(list, "distinct", numbers(2, 1), numbers(2, 1, 2)),
            c(list, "toSet", set(1, 2), numbers(2, 1, 2)),
            c(
                new Type.ListOf(list),
                "flatten",
                numbers(1, 2),
                list(numbers(1), numbers(), numbers(2))),
            c(list, "overlaps", truth(true), numbers(1, 2), numbers(2)),
            c(list, "overlaps", truth(false), numbers(1, 2), set(3)),
            c(list, "overlaps", truth(false), numbers(), numbers()),
            c(list, "intersect", numbers(3, 1, 3), numbers(3, 2, 1, 3), numbers(1, 3)),
            c(list, "intersect", numbers(3), numbers(3, 2), set(3)),
            c(set, "size", whole(2), set(1, 2)),
            c(set, "toList", numbers(1, 2), set(2, 1)),
            c(set, "overlaps", truth(true), set(1), numbers(1)),
            c(set, "overlaps", truth(false), set(1), set(2)),
            c(set, "intersect", set(2), set(1, 2), set(2, 3)),
            c(set, "intersect", set(2), set(1, 2), numbers(2, 2, 3)),
            c(map, "size", whole(2), sample()),
            c(map, "keys", SetValue.of(List.of(word("a"), word("b"))), sample()),
            c(map, "values", numbers(2, 1), sample()),
            c(DECIMAL, "floor", whole(-2), decimal("-1.5")),
            c(DECIMAL, "ceil", whole(-1), decimal("-1.5")),
            c(DECIMAL, "round", whole(-2), decimal("-1.5")),
            c(DECIMAL, "round", whole(3), decimal("2.5")),
            c(DECIMAL, "abs", decimal("1.5"), decimal("-1.5")),
            c(INT, "abs", whole(5), whole(-5)),
            c(QUANTITY, "amount", decimal("0.5"), of(QUANTITY, "500m")),
            c(DURATION, "days", whole(1), of(DURATION, "47h59m")),
            c(DURATION, "hours", whole(-1), of(DURATION, "-119m")),
            c(DURATION, "minutes", whole(2), of(DURATION, "2m59.9s")),
            c(DURATION, "seconds", whole(0), of(DURATION, "999ms")),
            c(DURATION, "milliseconds", whole(1), of(DURATION, "1999us")),
            c(
                INSTANT,
                "date",
                of(Type.Scalar.DATE, "2026-12-31"),
                of(INSTANT, "2027-01-01T00:30:00+01:00")),
            c(SEMVER, "major", whole(1), of(SEMVER, "1.29.3")),
            c(SEMVER, "minor", whole(29), of(SEMVER, "1.29.3")),
            c(SEMVER, "patch", whole(3), of(SEMVER, "1.29.3")),
            c(SEMVER, "minorsBehind", whole(2), of(SEMVER, "1.29.3"), of(SEMVER, "1.31.0")),
            c(SEMVER, "minorsBehind", whole(-1), of(SEMVER, "1.29.3"), of(SEMVER, "1.28.9")),
            c(IMAGE_REF, "registry", word("docker.io"), of(IMAGE_REF, "nginx")),
            c(IMAGE_REF, "repository", word("docker.io/library/nginx"), of(IMAGE_REF, "nginx:1")),
            c(IMAGE_REF, "path", word("a/b"), of(IMAGE_REF, "ghcr.io/a/b:1")),
            c(IMAGE_REF, "name", word("b"), of(IMAGE_REF, "ghcr.io/a/b:1")),
            c(IMAGE_REF, "tag", Value.absent(), of(IMAGE_REF, "nginx")),
            c(IMAGE_REF, "tag", word("1"), of(IMAGE_REF, "nginx:1")),
            c(IMAGE_REF, "digest", Value.absent(), of(IMAGE_REF, "nginx")),
            c(IMAGE_REF, "hasRegistry", truth(false), of(IMAGE_REF, "a/b")),
            c(IMAGE_REF, "within", truth(true), of(IMAGE_REF, "a/b"), of(IMAGE_PREFIX, "a/")),
            c(IMAGE_REF, "withTag", of(IMAGE_REF, "nginx:2"), of(IMAGE_REF, "nginx:1"), word("2")),
            c(
                IMAGE_REF,
                "withRegistry",
                of(IMAGE_REF, "m.io/library/nginx"),
                of(IMAGE_REF, "nginx"),
                word("m.io")),
            c(
                IMAGE_REF,
                "prefixes",
                list(of(IMAGE_PREFIX, "m.io"), of(IMAGE_PREFIX, "m.io/a")),
                of(IMAGE_REF, "m.io/a:1")),
            c(
                IMAGE_REF,
                "withDigest",
                of(IMAGE_REF, "nginx@" + DIGEST),
                of(IMAGE_REF, "nginx"),
                word(DIGEST)),
            c(IMAGE_PREFIX, "segments", whole(2), of(IMAGE_PREFIX, "ghcr.io/a/")),
            c(IMAGE_PREFIX, "text", word("ghcr.io/a"), of(IMAGE_PREFIX, "GHCR.io/a/")),
            c(IP, "isIpv6", truth(false), of(IP, "::ffff:1.2.3.4")),
            c(IP, "isPrivate", truth(true), of(IP, "172.31.255.255")),
            c(IP, "isPrivate", truth(false), of(IP, "172.32.0.0")),
            c(IP, "isPrivate", truth(true), of(IP, "fd00::1")),
            c(IP, "isLoopback", truth(true), of(IP, "127.9.9.9")),
            c(IP, "isLoopback", truth(false), of(IP, "::2")),
            c(CIDR, "isIpv6", truth(true), of(CIDR, "::/0")),
            c(CIDR, "prefix", whole(12), of(CIDR, "10.0.0.0/12")),
            c(CIDR, "isPrivate", truth(false), of(CIDR, "10.0.0.0/7")),
            c(CIDR, "overlaps", truth(true), of(CIDR, "10.0.0.0/8"), of(CIDR, "0.0.0.0/0")),
            c(URL, "scheme", word("https"), of(URL, "https://a:1/b")),
            c(URL, "host", Value.absent(), of(URL, "unix:///a")),
            c(URL, "port", whole(1), of(URL, "https://a:1/b")),
            c(URL, "port", Value.absent(), of(URL, "https://a/b")),
            c(URL, "path", word("/b"), of(URL, "https://a:1/b")),
            c(UNIX_PATH, "within", truth(true), of(UNIX_PATH, "/etc//x"), of(UNIX_PATH, "/etc/")),
            c(UNIX_PATH, "segments", words("etc", "x"), of(UNIX_PATH, "/etc//x")),
            c(UNIX_PATH, "name", word("x"), of(UNIX_PATH, "/etc//x")),
            c(UNIX_PATH, "parent", word("/etc"), of(UNIX_PATH, "/etc//x")),
            c(UNIX_PATH, "parent", Value.absent(), of(UNIX_PATH, "/")),
            c(INT_OR_STRING, "number", whole(80), of(INT_OR_STRING, "80")),
            c(INT_OR_STRING, "name", word("http"), of(INT_OR_STRING, "http")),
            c(INT_OR_STRING, "percent", of(Type.Scalar.PERCENT, "25%"), of(INT_OR_STRING, "25%")),
            c(INT_OR_STRING, "of", whole(3), of(INT_OR_STRING, "25%"), whole(10), UP),
            c(INT_OR_STRING, "of", whole(2), of(INT_OR_STRING, "25%"), whole(10), DOWN),
            c(BYTES, "size", whole(2), of(BYTES, "aGk=")),
            c(BYTES, "requestedSubject", word("CN=jane,O=developers"), of(BYTES, REQUEST)),
            c(BYTES, "requestedSubject", Value.absent(), of(BYTES, "aGk=")),
            c(BYTES, "utf8", word("hi"), of(BYTES, "aGk=")),
            c(BYTES, "utf8", Value.absent(), of(BYTES, "//8=")),
            c(BYTES, "utf8", word(""), of(BYTES, "")),
            c(
                BYTES,
                "sha256",
                word("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                of(BYTES, "")),
            c(CAPABILITY, "normal", word("SYS_ADMIN"), word("cap_sys_admin")),
            c(CAPABILITY, "normal", word("ALL"), word("ALL")),
            c(SELECTOR, "selects", truth(true), of(SELECTOR, "a in (1,b)"), labels("a", "b")),
            c(SELECTOR, "selects", truth(false), of(SELECTOR, "a!=b"), labels("a", "b")),
            c(SELECTOR, "isEverything", truth(false), of(SELECTOR, "a"))));
  }

  private static Arguments c(Type receiver, String name, Value result, Value... arguments) {
    return Arguments.of(receiver, name, result, List.of(arguments));
  }

  private static Value truth(boolean truth) {
    return Value.Bool.of(truth);
  }

  private static Value sample() {
    return MapValue.of(Map.of(word("b"), whole(1), word("a"), whole(2)));
  }

  private static Value labels(String key, String value) {
    return MapValue.of(Map.of(word(key), word(value)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void results(Type receiver, String name, Value result, List<Value> arguments) {
    Value computed = call(receiver, name, arguments.toArray(new Value[0]));
    assertEquals(result, computed, () -> ValuePrinter.literal(computed));
  }

  @Test
  void everyBuiltinIsCalledAbove() {
    List<String> called =
        calls().map(call -> call.get()[0] + "." + call.get()[1]).distinct().toList();
    List<String> missing =
        Builtins.ofTheLanguage().stream()
            // functions without a receiver have no row; their examples call them
            .filter(b -> b.signature().receiver().isPresent())
            .map(b -> b.signature().receiver().orElseThrow() + "." + b.signature().name())
            .filter(name -> !called.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static void fails(
      ErrorCode code, String message, Type receiver, String name, Value... arguments) {
    var error = assertThrows(EvaluationError.class, () -> call(receiver, name, arguments));
    assertEquals(code, error.code());
    assertEquals(message, error.getMessage());
  }

  @Test
  void whatHasNoValueIsAnError() {
    fails(
        ErrorCode.MALFORMED,
        "`1.29.3` and `2.0.0` differ in the first number, so their minor versions cannot be compared",
        SEMVER,
        "minorsBehind",
        of(SEMVER, "1.29.3"),
        of(SEMVER, "2.0.0"));
    fails(ErrorCode.MALFORMED, "`a b` is no DNS name", STRING, "covers", word("*.a"), word("a b"));
    fails(
        ErrorCode.LIMIT,
        "text is read up to 1048576 characters, but this has 1048577",
        STRING,
        "yaml",
        word("a".repeat((1 << 20) + 1)));
    fails(
        ErrorCode.MALFORMED,
        "`a b` is no tag of an image",
        IMAGE_REF,
        "withTag",
        of(IMAGE_REF, "nginx"),
        word("a b"));
    fails(
        ErrorCode.MALFORMED,
        "`http` must be a number or a percentage such as `25%`",
        INT_OR_STRING,
        "of",
        of(INT_OR_STRING, "http"),
        whole(10),
        UP);
    fails(
        ErrorCode.OVERFLOW,
        "`0 - -9223372036854775808` does not fit a whole number",
        INT,
        "abs",
        whole(Long.MIN_VALUE));
    fails(
        ErrorCode.OVERFLOW,
        "`10000000000000000000` does not fit a whole number",
        DECIMAL,
        "round",
        decimal("1e19"));
  }

  @Test
  void textsThatAreBuiltAreBounded() {
    Value large = word("a".repeat(BoundedText.MOST / 2));
    String message = "a text grew beyond 65536 characters";
    fails(ErrorCode.LIMIT, message, STRING, "replace", large, word("a"), word("bbb"));
    fails(ErrorCode.LIMIT, message, new Type.ListOf(STRING), "join", list(large, large), word(","));
  }

  @Test
  void elementsKeepTheirPlaces() {
    var object =
        new KubernetesObject(
            SourceFile.of("a.yaml", ""),
            new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0),
            GroupVersionKind.of("v1", "Pod"),
            Optional.empty(),
            "web",
            0,
            -1);
    Place place = new Place(object, FieldPath.ROOT.key("x"));
    var read = new ListValue(List.of(whole(7), whole(8), whole(7)), new Origins.WholeList(place));
    assertEquals(List.of("x[1]", "x[2]"), places(call(Declarations.LIST, "drop", read, whole(1))));
    assertEquals(
        List.of("x[2]", "x[1]", "x[0]"), places(call(Declarations.LIST, "reversed", read)));
    assertEquals(List.of("x[0]", "x[1]"), places(call(Declarations.LIST, "distinct", read)));
    assertEquals(
        List.of("x[0]", "x[2]"), places(call(Declarations.LIST, "intersect", read, numbers(7))));
    assertEquals(
        List.of("x[0]", "x[1]", "x[2]", "x[0]", "x[1]", "x[2]"),
        places(call(new Type.ListOf(Declarations.LIST), "flatten", list(read, read))));
    var map = new MapValue(Map.of(word("k"), whole(1)), Optional.of(place));
    Type anyMap = new Type.MapOf(new Type.Variable("K"), new Type.Variable("V"));
    assertEquals(List.of("x.k"), places(call(anyMap, "values", map)));
  }

  private static List<String> places(Value value) {
    var list = (ListValue) value;
    return IntStream.range(0, list.elements().size())
        .mapToObj(i -> list.origins().of(i).orElseThrow().path().toString())
        .toList();
  }
}
