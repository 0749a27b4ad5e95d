package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.compiler.type.Type.Scalar.UNIX_PATH;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.UnixPaths;
import dev.taffrail.value.Value;
import java.util.List;

/** Paths of files, which are cleaned when they are read. */
final class UnixPathBuiltins {
  private UnixPathBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        method(
            UNIX_PATH,
            "within",
            with("ancestor", UNIX_PATH),
            BOOL,
            "Whether it is the other path or lies below it.",
            "\"/etc/kubernetes\".unixPath!.within(\"/etc/\")",
            (path, ancestor) -> truth(UnixPaths.within(string(path), string(ancestor)))),
        member(
            UNIX_PATH,
            "segments",
            new Type.ListOf(STRING),
            "The names between the slashes.",
            "\"/var/run\".unixPath!.segments == [\"var\", \"run\"]",
            text(UnixPathBuiltins::segments)),
        member(
            UNIX_PATH,
            "name",
            optional(STRING),
            "The last name; unset for the root.",
            "\"/var/run/docker.sock\".unixPath!.name! == \"docker.sock\"",
            text(s -> maybeWords(UnixPaths.name(s)))),
        member(
            UNIX_PATH,
            "parent",
            optional(UNIX_PATH),
            "The folder it lies in; unset for the root.",
            "\"/var/run\".unixPath!.parent! == \"/var\"",
            text(s -> maybeWords(UnixPaths.parent(s)))));
  }

  private static Value segments(String path) {
    return ListValue.of(UnixPaths.segments(path).stream().<Value>map(name -> words(name)).toList());
  }
}
