package dev.taffrail;

import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.tooling.explain.Answer;
import java.util.List;

/**
 * What a policy takes missing values for.
 *
 * @param policy its qualified id
 * @param formerly ids it had before
 * @param answers by place in the policy files
 */
public record PolicyAbsence(String policy, List<String> formerly, List<Answer> answers) {
  public PolicyAbsence {
    formerly = List.copyOf(formerly);
    answers = List.copyOf(answers);
  }

  /** The id without the module. */
  public String shortName() {
    return policy.substring(policy.lastIndexOf('/') + 1);
  }

  /** Whether a person who says this name means it: the id, the short name, or that in the file. */
  public boolean isCalled(String name) {
    return policy.equals(name)
        || shortName().equals(Names.kebab(name))
        || formerly.stream()
            .anyMatch(id -> id.equals(name) || id.endsWith("/" + Names.kebab(name)));
  }
}
