package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.ADDRESS;
import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.FILE_MODE;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.value.AddressParts;
import dev.taffrail.value.DnsNames;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.FileModes;
import dev.taffrail.value.Ip;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Addresses that components listen on, DNS names, and the modes of files. */
final class AddressBuiltins {
  private AddressBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            ADDRESS,
            "host",
            optional(STRING),
            "The host in lower case, without brackets; unset where every address is meant.",
            "\"[::1]:10249\".address!.host! == \"::1\"",
            address(a -> maybeWords(Optional.of(a.host()).filter(host -> !host.isEmpty())))),
        member(
            ADDRESS,
            "port",
            optional(INT),
            "The port; unset if there is none.",
            "\":8080\".address!.port! == 8080",
            address(a -> maybe(a.port().map(Value.Int::new)))),
        member(
            ADDRESS,
            "isLoopback",
            BOOL,
            "Whether only the machine itself can reach it: an address of the loopback range, or"
                + " `localhost`.",
            "\"127.0.0.1:10249\".address!.isLoopback",
            address(a -> truth(isLoopback(a.host())))),
        method(
            STRING,
            "covers",
            with("other", STRING),
            BOOL,
            "Whether it is the same DNS name, or one that has `*` in the place of the first label;"
                + " an error if one of them is no DNS name.",
            "\"*.example.org\".covers(\"www.example.org\")",
            (name, other) -> truth(DnsNames.covers(dnsName(name), dnsName(other)))),
        method(
            FILE_MODE,
            "within",
            with("most", FILE_MODE),
            BOOL,
            "Whether it allows nothing that the other mode does not.",
            "\"0600\".fileMode!.within(\"0644\")",
            (mode, most) -> truth(FileModes.within(string(mode), string(most)))));
  }

  /** Fields such as the host of an Ingress hold DNS names and are plain text for the schema. */
  private static String dnsName(Value text) {
    return DnsNames.read(string(text))
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.MALFORMED, "`%s` is no DNS name".formatted(string(text))));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || Ip.parse(host).filter(NetworkBuiltins::isLoopback).isPresent();
  }

  /** Addresses were taken apart once already when they were read. */
  private static Declarations.Member address(Function<AddressParts, Value> part) {
    return text(s -> part.apply(AddressParts.parse(s).orElseThrow()));
  }
}
