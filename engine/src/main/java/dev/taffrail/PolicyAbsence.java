package dev.taffrail;

import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.tooling.explain.Answer;
import java.util.List;

/**
 * What a policy takes missing values for.
 *
 * @param policy its qualified id
 * @param answers by place in the policy files
 */
public record PolicyAbsence(String policy, List<Answer> answers) {
  public PolicyAbsence {
    answers = List.copyOf(answers);
  }

  /** The id without the module. */
  public String shortName() {
    return policy.substring(policy.lastIndexOf('/') + 1);
  }

  /** Whether a person who says this name means it: the id, the short name, or that in the file. */
  public boolean isCalled(String name) {
    return policy.equals(name) || shortName().equals(Names.kebab(name));
  }

  /**
   * The answers of policies that were compiled together.
   *
   * @param policies by id; empty if one does not compile
   * @param diagnostics what the compiler says, in source order
   */
  public record Listing(List<PolicyAbsence> policies, List<Diagnostic> diagnostics) {
    public Listing {
      policies = List.copyOf(policies);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
