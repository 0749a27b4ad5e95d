package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BYTES;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.elements;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.BoundedText;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text: by code point, and the same in every locale. */
final class StringBuiltins {
  private static final Type STRINGS = new Type.ListOf(STRING);

  private StringBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            STRING,
            "size",
            INT,
            "The number of characters (code points).",
            "\"grün\".size == 4",
            text(s -> whole(s.codePointCount(0, s.length())))),
        member(
            STRING,
            "length",
            INT,
            "The same as `size`.",
            "\"abc\".length == 3",
            text(s -> whole(s.codePointCount(0, s.length())))),
        member(
            STRING,
            "lower",
            STRING,
            "Every character in lower case, one for one.",
            "\"Web-01\".lower == \"web-01\"",
            text(s -> words(Characters.lower(s)))),
        member(
            STRING,
            "upper",
            STRING,
            "Every character in upper case, one for one.",
            "\"Web-01\".upper == \"WEB-01\"",
            text(s -> words(Characters.upper(s)))),
        member(
            STRING,
            "trim",
            STRING,
            "Without white space at the ends.",
            "\" a b\\n\".trim == \"a b\"",
            text(s -> words(s.strip()))),
        method(
            STRING,
            "replace",
            List.of(with("from", STRING), with("to", STRING)),
            STRING,
            "With every occurrence of `from` replaced by `to`; unchanged if `from` is empty.",
            "\"a.b.c\".replace(\".\", \"-\") == \"a-b-c\"",
            (arguments, context) ->
                replace(
                    string(arguments.get(0)), string(arguments.get(1)), string(arguments.get(2)))),
        method(
            STRING,
            "substring",
            List.of(with("start", INT), with("end", INT)),
            STRING,
            "The characters from index `start` up to, not including, index `end`; as much of that"
                + " as there is.",
            "\"abcd\".substring(1, 3) == \"bc\"",
            (arguments, context) ->
                words(
                    Characters.between(
                        string(arguments.get(0)),
                        number(arguments.get(1)),
                        number(arguments.get(2))))),
        method(
            STRING,
            "split",
            with("separator", STRING),
            STRINGS,
            "The parts between the separators, empty ones too; every character by itself if the"
                + " separator is empty.",
            "\"a,,b\".split(\",\") == [\"a\", \"\", \"b\"]",
            (receiver, separator) -> split(string(receiver), string(separator))),
        method(
            STRINGS,
            "join",
            with("separator", STRING),
            STRING,
            "All elements in a row, with the separator between them.",
            "[\"a\", \"b\"].join(\"/\") == \"a/b\"",
            (receiver, separator) -> join(elements(receiver), string(separator))),
        method(
            new Type.SetOf(STRING),
            "join",
            with("separator", STRING),
            STRING,
            "All elements in a row, sorted, with the separator between them.",
            "[\"b\", \"a\"].toSet.join(\"/\") == \"a/b\"",
            (receiver, separator) -> join(elements(receiver), string(separator))),
        method(
            STRING,
            "before",
            with("separator", STRING),
            optional(STRING),
            "What stands before the first separator; unset if there is none.",
            "\"pods/exec/x\".before(\"/\")! == \"pods\"",
            (receiver, separator) ->
                maybeWords(at(receiver, separator).map(i -> string(receiver).substring(0, i)))),
        method(
            STRING,
            "after",
            with("separator", STRING),
            optional(STRING),
            "What stands behind the first separator; unset if there is none.",
            "\"pods/exec/x\".after(\"/\")! == \"exec/x\"",
            (receiver, separator) ->
                maybeWords(
                    at(receiver, separator)
                        .map(i -> string(receiver).substring(i + string(separator).length())))),
        member(
            STRING,
            "parseInt",
            optional(INT),
            "The whole number that is written here in decimal digits; unset if it is none.",
            "\"-12\".parseInt! == -12",
            text(s -> maybe(Texts.whole(s)))),
        member(
            STRING,
            "base64",
            optional(BYTES),
            "The bytes that are written here in padded base64; unset if it is none.",
            "\"aGVsbG8=\".base64!.size == 5",
            text(s -> maybe(Texts.base64(s)))));
  }

  private static Optional<Integer> at(Value receiver, Value separator) {
    int at = string(receiver).indexOf(string(separator));
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  private static Value replace(String text, String from, String to) {
    if (from.isEmpty()) {
      return words(text);
    }
    var out = new BoundedText();
    int start = 0;
    for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, start)) {
      out.append(text.substring(start, at)).append(to);
      start = at + from.length();
    }
    return out.append(text.substring(start)).build();
  }

  private static Value split(String text, String separator) {
    var parts = new ArrayList<Value>();
    if (separator.isEmpty()) {
      text.codePoints().forEach(code -> parts.add(words(Character.toString(code))));
      return ListValue.of(parts);
    }
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(words(text.substring(start, at)));
      start = at + separator.length();
    }
    parts.add(words(text.substring(start)));
    return ListValue.of(parts);
  }

  private static Value join(List<Value> parts, String separator) {
    var out = new BoundedText();
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : separator).append(string(parts.get(i)));
    }
    return out.build();
  }
}
