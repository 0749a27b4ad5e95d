package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.CRON;
import static dev.taffrail.compiler.type.Type.Scalar.DECIMAL;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.REGEX;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.function;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.CronValue;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.RegexValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;

/** The module {@code std.text}. */
final class TextBuiltins {
  private TextBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        function(
            "text.entropy",
            List.of(with("text", STRING)),
            DECIMAL,
            "How random the text looks: bits per character (Shannon), to three places. Words of a"
                + " language have about 4, random letters and digits up to 6.",
            "text.entropy(\"aabb\") == 1 and text.entropy(\"abc\") == 1.585",
            (arguments, context) -> new Value.Decimal(Entropy.of(string(arguments.get(0))))),
        function(
            "text.captures",
            List.of(with("text", STRING), with("pattern", REGEX)),
            new Type.MapOf(STRING, STRING),
            "What the named groups `(?P<name>…)` of the pattern matched, by name; empty if the"
                + " pattern does not match the whole text.",
            "text.captures(\"v1.29\", re\"v(?P<major>\\d+)\\.(?P<minor>\\d+)\")[\"minor\"]! =="
                + " \"29\"",
            (arguments, context) ->
                captures(string(arguments.get(0)), (RegexValue) arguments.get(1))),
        function(
            "text.editDistance",
            List.of(with("a", STRING), with("b", STRING)),
            INT,
            "How many characters have to be put in, taken out or replaced to make one text of the"
                + " other (Levenshtein); an error for texts of more than 256 characters.",
            "text.editDistance(\"nginx\", \"ngimx\") == 1",
            (arguments, context) ->
                whole(distance(string(arguments.get(0)), string(arguments.get(1))))),
        function(
            "text.skeleton",
            List.of(with("text", STRING)),
            STRING,
            "One spelling for all texts that look alike (Unicode Technical Standard 39, in lower"
                + " case): letters of other alphabets become those of ASCII, `0` becomes `o`, `1`"
                + " becomes `l`, `rn` becomes `m`.",
            "text.skeleton(\"g00gle\") == text.skeleton(\"google\")",
            (arguments, context) -> words(Lookalikes.skeleton(string(arguments.get(0))))),
        function(
            "text.lookalike",
            List.of(with("a", STRING), with("b", STRING), with("distance", INT)),
            BOOL,
            "Whether two different texts can be taken for each other: their skeletons are at most"
                + " `distance` edits apart. An error for texts of more than 256 characters.",
            "text.lookalike(\"rnicrosoft\", \"microsoft\", distance: 0)",
            (arguments, context) ->
                truth(
                    lookalike(
                        string(arguments.get(0)),
                        string(arguments.get(1)),
                        number(arguments.get(2))))),
        function(
            "text.cron",
            List.of(with("text", STRING)),
            optional(CRON),
            "The text read as the schedule of a CronJob: five fields, or `@daily` and so on (not"
                + " `@every`); unset if it is none, or if no day fits it.",
            "text.cron(\"0 0 30 2 *\") is unset",
            (arguments, context) -> cron(string(arguments.get(0)))),
        member(
            CRON,
            "maxGap",
            DURATION,
            "The longest time from one run to the next, in a zone without summer time.",
            "text.cron(\"0 3 * * 1-5\")!.maxGap == 3d",
            on(CronValue.class, cron -> cron.maxGap().orElseThrow())));
  }

  /** Only schedules that ever run are read, so that each has a longest gap. */
  private static Value cron(String text) {
    return maybe(CronValue.parse(text).filter(cron -> cron.maxGap().isPresent()));
  }

  private static Value captures(String text, RegexValue pattern) {
    var found = new LinkedHashMap<Value, Value>();
    pattern.captures(text).forEach((name, value) -> found.put(words(name), words(value)));
    return MapValue.of(found);
  }

  private static boolean lookalike(String a, String b, long most) {
    return !a.equals(b) && distance(Lookalikes.skeleton(a), Lookalikes.skeleton(b)) <= most;
  }

  private static int distance(String a, String b) {
    for (String text : List.of(a, b)) {
      int size = text.codePointCount(0, text.length());
      if (size > Lookalikes.LONGEST) {
        throw new EvaluationError(
            ErrorCode.LIMIT,
            "texts are compared up to %d characters, but this has %d"
                .formatted(Lookalikes.LONGEST, size));
      }
    }
    return Lookalikes.distance(a, b);
  }
}
