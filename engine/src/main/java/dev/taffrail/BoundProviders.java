package dev.taffrail;

import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.runtime.external.Answer;
import dev.taffrail.runtime.external.AnswerSource;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.value.DurationValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the providers of the host; whatever goes wrong with one is a failed answer. */
final class BoundProviders implements AnswerSource {
  private final Map<String, ExternalProvider> providers;

  BoundProviders(Map<String, ExternalProvider> providers) {
    this.providers = Map.copyOf(providers);
  }

  @Override
  public Optional<String> refusal(IrExternal function) {
    return providers.containsKey(function.provider())
        ? Optional.empty()
        : AnswerSource.NONE.refusal(function);
  }

  @Override
  public List<Answer> answer(IrExternal function, List<Question> questions) {
    ExternalProvider provider = providers.get(function.provider());
    if (provider == null) {
      return all(questions, "is not bound", function);
    }
    var calls = questions.stream().map(BoundProviders::call).toList();
    var task = new FutureTask<>(() -> provider.answer(calls));
    // A provider may hang; nothing but another thread can tell.
    Thread.ofVirtual().name("provider " + function.provider()).start(task);
    try {
      List<ExternalAnswer> answers = task.get(function.timeout().toNanos(), TimeUnit.NANOSECONDS);
      return answers == null || answers.size() != questions.size()
          ? all(
              questions,
              "gave %d answers to %d questions"
                  .formatted(answers == null ? 0 : answers.size(), questions.size()),
              function)
          : answers.stream().map(answer -> given(answer, function)).toList();
    } catch (TimeoutException late) {
      task.cancel(true);
      return all(
          questions,
          "did not answer within " + new DurationValue(function.timeout()).text(),
          function);
    } catch (ExecutionException failure) {
      return all(
          questions,
          "failed: " + reason(Objects.requireNonNullElse(failure.getCause(), failure)),
          function);
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return all(questions, "was interrupted", function);
    }
  }

  private static String reason(Throwable cause) {
    String said = cause.getMessage();
    return said == null || said.isBlank()
        ? cause.getClass().getSimpleName()
        : said.lines().findFirst().orElse("");
  }

  private static ExternalCall call(Question question) {
    return new ExternalCall(
        question.function().qualifiedName(),
        JavaValues.map(question.arguments()),
        question.function().cache());
  }

  private static Answer given(ExternalAnswer answer, IrExternal function) {
    return switch (answer) {
      case ExternalAnswer.Failed failed ->
          failed(function, "failed: " + failed.reason().lines().findFirst().orElse(""));
      case ExternalAnswer.Known known -> {
        try {
          yield new Answer.Given(JavaValues.node(known.value()));
        } catch (IllegalArgumentException | ArithmeticException noJson) {
          yield failed(function, "gave the wrong thing: " + noJson.getMessage());
        }
      }
    };
  }

  private static List<Answer> all(List<Question> questions, String what, IrExternal function) {
    return Collections.nCopies(questions.size(), failed(function, what));
  }

  private static Answer failed(IrExternal function, String what) {
    return new Answer.Failed("provider `%s` %s".formatted(function.provider(), what));
  }
}
