package dev.taffrail.repl;

import dev.taffrail.PolicyInfo;
import dev.taffrail.Reply;
import dev.taffrail.Workbench;
import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.session.Declared;
import java.util.List;
import java.util.Optional;

/** What was declared, and what that changes. */
final class DeclaredText {
  private DeclaredText() {}

  static String declared(Reply.Declaring declaring, Declared declared) {
    String name = declared.name();
    return switch (declared.word()) {
      case "policy" -> policy(declaring.next(), declared);
      case "import" -> "imported " + declared.text().replaceFirst("^import\\s+", "");
      case "test" -> "defined test \"%s\"; `:test` runs it".formatted(name);
      default -> "defined " + declared.word() + " " + name;
    };
  }

  private static String policy(Workbench bench, Declared declared) {
    Optional<PolicyInfo> info =
        bench.policies().stream()
            .filter(p -> p.id().startsWith(Workbench.MODULE + "/"))
            .filter(p -> p.span().text().equals(declared.name()))
            .findFirst();
    if (info.isEmpty()) {
      String why =
          bench.waiting().entrySet().stream()
              .filter(e -> e.getKey().startsWith(Workbench.MODULE + "/"))
              .map(e -> " · waits for a value: :set param %s VALUE".formatted(e.getValue()))
              .findFirst()
              .orElse("");
      return "defined policy " + declared.name() + why;
    }
    String id = info.get().id();
    String cost =
        bench.costs().stream()
            .filter(c -> c.policy().equals(id))
            .map(c -> " · cost " + c.formula())
            .findFirst()
            .orElse("");
    return "defined " + id + " · applies to " + kinds(bench, declared, info.get()) + cost;
  }

  private static String kinds(Workbench bench, Declared declared, PolicyInfo info) {
    if (info.kinds().equals(List.of("Any"))) {
      return "objects of every kind";
    }
    String named = String.join(", ", info.kinds());
    boolean lifted =
        info.kinds().contains("Pod")
            && declared.file().declarations().getFirst() instanceof Declaration.Policy policy
            && !policy.target().only();
    return lifted
        ? named + " and %d workload kinds".formatted(bench.reference().types().podCarriers().size())
        : named;
  }

  static String changes(Reply.Declaring declaring) {
    var text = new StringBuilder();
    if (!declaring.replaced().isEmpty()) {
      text.append("  takes the place of the earlier ")
          .append(CompilerText.titles(declaring.replaced()));
      text.append('\n');
    }
    if (!declaring.affected().isEmpty() && !declaring.replaced().isEmpty()) {
      text.append("  changes what ")
          .append(CompilerText.titles(declaring.affected()))
          .append(" means\n");
    }
    return text.toString();
  }
}
