package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.CIDR;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.IP;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.compiler.type.Type.Scalar.URL;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.text;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.value.Cidr;
import dev.taffrail.value.Ip;
import dev.taffrail.value.UrlParts;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.function.Function;

/** Addresses, their ranges, and web addresses. */
final class NetworkBuiltins {
  private static final List<Cidr> PRIVATE =
      ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
  private static final List<Cidr> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

  private NetworkBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            IP,
            "isIpv6",
            BOOL,
            "Whether it is an IPv6 address; `::ffff:10.0.0.1` is not.",
            "ip\"::1\".isIpv6",
            on(Ip.class, ip -> truth(ip.isIpv6()))),
        member(
            IP,
            "isPrivate",
            BOOL,
            "Whether it lies in a range for private networks (RFC 1918, RFC 4193).",
            "ip\"10.1.2.3\".isPrivate",
            on(Ip.class, ip -> truth(PRIVATE.stream().anyMatch(range -> range.contains(ip))))),
        member(
            IP,
            "isLoopback",
            BOOL,
            "Whether it means the machine itself.",
            "ip\"127.0.0.1\".isLoopback",
            on(Ip.class, ip -> truth(isLoopback(ip)))),
        member(
            CIDR,
            "isIpv6",
            BOOL,
            "Whether it is a range of IPv6 addresses.",
            "cidr\"::/0\".isIpv6",
            on(Cidr.class, range -> truth(range.isIpv6()))),
        member(
            CIDR,
            "prefix",
            INT,
            "How many leading bits its addresses share.",
            "cidr\"10.0.0.0/8\".prefix == 8",
            on(Cidr.class, range -> whole(range.prefix()))),
        member(
            CIDR,
            "isPrivate",
            BOOL,
            "Whether all its addresses lie in one range for private networks.",
            "cidr\"192.168.7.0/24\".isPrivate",
            on(
                Cidr.class,
                range -> truth(PRIVATE.stream().anyMatch(whole -> whole.contains(range))))),
        method(
            CIDR,
            "overlaps",
            with("other", CIDR),
            BOOL,
            "Whether both have an address in common.",
            "cidr\"10.0.0.0/8\".overlaps(cidr\"10.2.0.0/16\")",
            (range, other) -> truth(((Cidr) range).overlaps((Cidr) other))),
        member(
            URL,
            "scheme",
            STRING,
            "What stands before `://`, in lower case.",
            "\"https://a.example/b\".url!.scheme == \"https\"",
            url(url -> words(url.scheme()))),
        member(
            URL,
            "host",
            optional(STRING),
            "The host in lower case, without brackets; unset for `unix:///run/x.sock`.",
            "\"https://A.example:8443/b\".url!.host! == \"a.example\"",
            url(url -> maybeWords(url.host()))),
        member(
            URL,
            "port",
            optional(INT),
            "The port as written; unset if there is none.",
            "\"https://a.example:8443\".url!.port! == 8443",
            url(url -> maybe(url.port().map(Value.Int::new)))),
        member(
            URL,
            "path",
            STRING,
            "The path as written, without the query.",
            "\"https://a.example/b?c=d\".url!.path == \"/b\"",
            url(url -> words(url.path()))));
  }

  static boolean isLoopback(Ip ip) {
    return LOOPBACK.stream().anyMatch(range -> range.contains(ip));
  }

  /** Addresses were taken apart once already when they were read. */
  private static Declarations.Member url(Function<UrlParts, Value> part) {
    return text(s -> part.apply(UrlParts.parse(s).orElseThrow()));
  }

  private static List<Cidr> ranges(String... texts) {
    return List.of(texts).stream().map(text -> Cidr.parse(text).orElseThrow()).toList();
  }
}
