package dev.taffrail.runtime.external;

import dev.taffrail.compiler.ir.IrExternal;
import java.util.List;
import java.util.Optional;

/** Who answers: providers of the host, what was recorded of them, or a test. */
public interface AnswerSource {
  /** Nobody. */
  AnswerSource NONE =
      new AnswerSource() {
        @Override
        public Optional<String> refusal(IrExternal function) {
          return Optional.of("no provider `%s` is bound".formatted(function.provider()));
        }

        @Override
        public List<Answer> answer(IrExternal function, List<Question> questions) {
          throw new IllegalStateException("nobody answers");
        }
      };

  /** Why it cannot be asked about a function at all; empty if it can. */
  Optional<String> refusal(IrExternal function);

  /**
   * Answers questions of one function.
   *
   * @return one answer for each question, in their order
   */
  List<Answer> answer(IrExternal function, List<Question> questions);
}
