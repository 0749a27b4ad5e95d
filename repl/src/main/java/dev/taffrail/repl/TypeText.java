package dev.taffrail.repl;

import dev.taffrail.Reply;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.session.Reference;
import java.util.Optional;

/** The type of an expression, with what an unset field is taken for. */
final class TypeText {
  private TypeText() {}

  static String of(Reply.Answered answered) {
    Type type = answered.type();
    Optional<Reference.Member> member = answered.field();
    String text = TypePrinter.print(type);
    if (member.isEmpty()) {
      return text + "\n";
    }
    Field field = member.get().field();
    String holder = member.get().holder().name();
    String unset =
        Reference.unset(field)
            .map(
                words ->
                    field.fallback().get() instanceof Field.Fallback.Constant
                        ? " = %s   -- when unset (%s); whether it was written: `is set`"
                            .formatted(words, holder)
                        : "   -- when unset it depends on other fields (%s)".formatted(holder))
            .orElse(
                field.required()
                    ? "   -- required (%s)".formatted(holder)
                    : field.isCollection()
                        ? "   -- empty when unset (%s)".formatted(holder)
                        : "   -- no default in Kubernetes (%s)".formatted(holder));
    return text + unset + "\n";
  }
}
