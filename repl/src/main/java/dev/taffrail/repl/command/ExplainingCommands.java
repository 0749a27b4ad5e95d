package dev.taffrail.repl.command;

import dev.taffrail.PolicyAbsence;
import dev.taffrail.PolicyCost;
import dev.taffrail.PolicyInfo;
import dev.taffrail.Reply;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What things are: types, documentation, costs, messages of the compiler. */
final class ExplainingCommands {
  private ExplainingCommands() {}

  static List<SessionCommand> all() {
    return List.of(
        new SessionCommand(
            "type",
            "EXPRESSION",
            "the type of an expression",
            List.of("For a field also what it is taken for when it is not set."),
            ":type pod.spec.hostNetwork",
            SessionCommand.Takes.EXPRESSION,
            ExplainingCommands::type),
        new SessionCommand(
            "doc",
            "NAME",
            "what a policy, built-in, kind or field is",
            List.of(
                "`Pod`, `Pod.spec.hostNetwork`, `within`, `OurRegistries`. Of a field: its type, what",
                "Kubernetes takes it for when it is not set, and what Kubernetes says about it."),
            ":doc Pod.spec.dnsPolicy",
            SessionCommand.Takes.NAME,
            Documentation::doc),
        new SessionCommand(
            "absence",
            "POLICY",
            "what a policy takes missing values for",
            List.of(
                "Each place where the policy, or Kubernetes, says what a missing value means.",
                "Taking a field away can turn a violation into a pass only along these."),
            ":absence MemoryIsLimited",
            SessionCommand.Takes.POLICY,
            ExplainingCommands::absence),
        new SessionCommand(
            "cost",
            "POLICY",
            "what a policy costs at most",
            List.of("Steps on one object, over the sizes of the lists it goes through."),
            ":cost OurRegistries",
            SessionCommand.Takes.POLICY,
            ExplainingCommands::cost),
        new SessionCommand(
            "ir",
            "POLICY",
            "what the compiler makes of a policy",
            List.of("The typed form that is evaluated, as a tree. For the curious."),
            ":ir NoDefaultNamespace",
            SessionCommand.Takes.POLICY,
            ExplainingCommands::intermediate),
        new SessionCommand(
            "cel",
            "POLICY",
            "a policy as a ValidatingAdmissionPolicy has it, in CEL",
            List.of(
                "Only if that denies exactly what the policy does not pass; otherwise it names what",
                "CEL cannot say. For objects of the kind itself: of workloads that make pods it says",
                "nothing."),
            ":cel NoHostNetwork",
            SessionCommand.Takes.POLICY,
            CelCommand::cel),
        new SessionCommand(
            "explain",
            "CODE",
            "what a message of the compiler means",
            List.of("With a wrong and a right example."),
            ":explain E0101",
            SessionCommand.Takes.CODE,
            ExplainingCommands::explain));
  }

  private static Response type(ReplSession session, String words) {
    if (words.isEmpty()) {
      return Response.wrong("the type of what?", "for instance: :type 1 + 2");
    }
    var reply = session.bench().enter(SourceFile.of("input", words + "\n\n"));
    return switch (reply) {
      case Reply.Answered answered -> Response.said(session.typeOf(answered));
      case Reply.Wrong wrong -> session.wrong(wrong);
      case Reply.Incomplete incomplete ->
          Response.wrong("this is not finished: a bracket or a text is still open");
      case Reply.Declaring declaring -> Response.wrong("a declaration has no type");
      case Reply.Ran ran -> Response.wrong("a statement has no type");
    };
  }

  private static Response absence(ReplSession session, String words) {
    return switch (one(session, words)) {
      case Named.NotOne<PolicyInfo> problem -> problem.problem();
      case Named.One<PolicyInfo> one -> {
        var text = new StringBuilder();
        for (PolicyAbsence policy : session.bench().absence()) {
          if (policy.policy().equals(one.found().id())) {
            int width =
                policy.answers().stream().mapToInt(a -> line(a.asked()).length()).max().orElse(0);
            policy
                .answers()
                .forEach(
                    a ->
                        text.append(
                            "%-"
                                .concat(Math.max(1, Math.min(width, 50)) + "s  %s   %s%n")
                                .replace("%n", "\n")
                                .formatted(line(a.asked()), a.meaning(), a.span())));
          }
        }
        yield Response.said(text.isEmpty() ? "nothing it reads can be missing\n" : text.toString());
      }
    };
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }

  static Named<PolicyInfo> one(ReplSession session, String words) {
    return words.isEmpty()
        ? new Named.NotOne<>(Response.wrong("which policy?", ":policies lists them"))
        : Named.policy(words, session.bench());
  }

  private static Response cost(ReplSession session, String words) {
    return switch (one(session, words)) {
      case Named.NotOne<PolicyInfo> problem -> problem.problem();
      case Named.One<PolicyInfo> one -> {
        var found =
            session.bench().costs().stream()
                .filter(c -> c.policy().equals(one.found().id()))
                .findFirst();
        yield Response.said(found.map(ExplainingCommands::words).orElse("not known\n"));
      }
    };
  }

  private static String words(PolicyCost cost) {
    String depths =
        cost.depths().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return "%s steps on one object at most%s%s\n"
        .formatted(
            cost.formula(),
            depths.isEmpty() ? "" : "; loops nest: " + depths,
            cost.asks().map(words -> "; " + words).orElse(""));
  }

  private static Response intermediate(ReplSession session, String words) {
    return switch (one(session, words)) {
      case Named.NotOne<PolicyInfo> problem -> problem.problem();
      case Named.One<PolicyInfo> one ->
          Response.said(session.bench().intermediate(one.found().id()).orElse("not known\n"));
    };
  }

  private static Response explain(ReplSession session, String words) {
    String code = words.toUpperCase(Locale.ROOT);
    List<String> known = Arrays.stream(DiagnosticCode.values()).map(Enum::name).toList();
    if (!known.contains(code)) {
      return Response.wrong(
          words.isEmpty() ? "explain which message?" : "there is no message `" + words + "`",
          Spelling.nearest(code, known)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("the code stands in brackets: error[E0101]"));
    }
    try (InputStream in =
        ExplainingCommands.class.getResourceAsStream("/dev/taffrail/cli/errors/" + code + ".md")) {
      return in == null
          ? Response.said(DiagnosticCode.valueOf(code).title() + "\n")
          : Response.said(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      return Response.failed("cannot read the page: " + problem.getMessage());
    }
  }
}
