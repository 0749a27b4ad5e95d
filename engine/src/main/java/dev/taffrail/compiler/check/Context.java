package dev.taffrail.compiler.check;

import dev.taffrail.compiler.resolve.FileScope;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param file for imports
 * @param policy the policy whose parameters can be seen
 * @param noMust the word of the construct that forbids {@code !}
 * @param lenient holes of messages: optional values are allowed
 */
record Context(
    FileScope file,
    Optional<String> policy,
    Slots slots,
    Scope scope,
    Facts facts,
    Optional<String> noMust,
    boolean lenient) {

  static Context of(FileScope file, Optional<String> policy) {
    return new Context(file, policy, new Slots(), Scope.EMPTY, Facts.NONE, Optional.empty(), false);
  }

  Context with(Local local) {
    return new Context(file, policy, slots, scope.with(local), facts, noMust, lenient);
  }

  Context knowing(Facts more) {
    return new Context(file, policy, slots, scope, facts.and(more), noMust, lenient);
  }

  Context withoutMust(String word) {
    return new Context(file, policy, slots, scope, facts, Optional.of(word), lenient);
  }

  Context inMessage() {
    return new Context(file, policy, slots, scope, facts, Optional.of("a message"), true);
  }

  String module() {
    return file.module();
  }
}
