package dev.taffrail.repl.command;

import dev.taffrail.PolicyInfo;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.Named;
import dev.taffrail.repl.PolicyText;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Pages about policies, built-ins, kinds and fields. */
final class Documentation {
  private Documentation() {}

  static Response doc(ReplSession session, String name) {
    if (name.isEmpty()) {
      return Response.wrong("about what?", "for instance: :doc Pod.spec.hostNetwork");
    }
    var pages = new ArrayList<String>();
    Reference reference = session.bench().reference();
    reference.field(name).ifPresent(member -> pages.add(field(name, member, reference)));
    reference.type(name).ifPresent(type -> pages.add(type(type, reference)));
    for (Builtin builtin : reference.named(name.replaceAll(".*\\.", "").replace("(", ""))) {
      if (pages.isEmpty() || !name.contains(".")) {
        pages.add(builtin(builtin));
      }
    }
    session.bench().declarations().all().stream()
        .filter(d -> d.name().equals(name))
        .map(Declared::text)
        .forEach(text -> pages.add(text + "\n"));
    if (pages.isEmpty()
        && Named.policy(name, session.bench()) instanceof Named.One<PolicyInfo> one) {
      pages.add(PolicyText.page(one.found()));
    }
    return pages.isEmpty() ? unknown(name, session) : Response.said(String.join("\n", pages));
  }

  private static Response unknown(String name, ReplSession session) {
    var known = new TreeSet<>(session.bench().reference().types().names());
    session.bench().reference().builtins().forEach(b -> known.add(b.signature().name()));
    session.bench().policies().forEach(p -> known.add(p.span().text()));
    int dot = name.lastIndexOf('.');
    Optional<String> near =
        dot < 0
            ? Spelling.nearest(name, known)
            : holder(name.substring(0, dot), session.bench().reference())
                .flatMap(h -> Spelling.nearest(name.substring(dot + 1), h.fields().keySet()))
                .map(field -> name.substring(0, dot + 1) + field);
    return Response.wrong(
        "nothing is called `" + name + "`",
        near.map(n -> "did you mean `" + n + "`?")
            .orElse("name a kind, a path of fields such as Pod.spec, a built-in or a policy"));
  }

  private static Optional<ObjectType> holder(String path, Reference reference) {
    return path.contains(".")
        ? reference
            .field(path)
            .map(m -> m.field().type())
            .filter(ObjectType.class::isInstance)
            .map(ObjectType.class::cast)
        : reference.type(path);
  }

  private static String field(String path, Reference.Member member, Reference reference) {
    Field field = member.field();
    var text = new StringBuilder();
    text.append(path).append(" : ").append(TypePrinter.print(field.readType())).append('\n');
    List<String> values = Reference.values(field.type());
    if (!values.isEmpty()) {
      text.append("  one of ").append(String.join(", ", values)).append('\n');
    }
    text.append("  ").append(unset(field)).append('\n');
    field.fallback().ifPresent(f -> text.append("  after ").append(f.source()).append('\n'));
    reference
        .describe(member.holder(), field.name())
        .ifPresent(said -> text.append('\n').append(PolicyText.wrapped(said)));
    return text.toString();
  }

  private static String unset(Field field) {
    if (field.required()) {
      return "required";
    }
    return Reference.unset(field)
        .map(
            words ->
                field.fallback().get() instanceof Field.Fallback.Constant
                    ? "when unset, Kubernetes takes it for " + words
                    : "when unset, Kubernetes derives it from other fields")
        .orElse(
            field.isCollection()
                ? "when unset, it reads as empty"
                : "when unset, Kubernetes has no default: policies have to say what it means");
  }

  private static String type(ObjectType type, Reference reference) {
    var text = new StringBuilder(type.name());
    type.kind().ifPresent(kind -> text.append("   kind ").append(kind.identity()));
    text.append('\n');
    reference
        .describe(type, "")
        .ifPresent(said -> text.append('\n').append(PolicyText.wrapped(said)).append('\n'));
    int width = type.fields().keySet().stream().mapToInt(String::length).max().orElse(0);
    for (Field field : type.fields().values()) {
      text.append("  ")
          .append(field.name())
          .append(" ".repeat(width + 2 - field.name().length()))
          .append(TypePrinter.print(field.readType()))
          .append(Reference.unset(field).map(words -> "   unset: " + words).orElse(""))
          .append('\n');
    }
    return text.toString();
  }

  private static String builtin(Builtin builtin) {
    return builtin.signature()
        + "\n"
        + PolicyText.wrapped(builtin.documentation())
        + (builtin.example().isEmpty() ? "" : "\n  for example  " + builtin.example() + "\n");
  }
}
