package dev.taffrail.runtime.interpret;

import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import org.jspecify.annotations.Nullable;

/** Counts the steps of judging one object by one policy; the same input takes the same steps. */
final class Budget {
  /** Steps one policy may take on one object; documented in the language reference. */
  static final long STEPS = 10_000_000;

  /**
   * One failure for the whole run, so that it is reported once however many loops it ends; made
   * when needed, since its message costs more than a small policy.
   */
  private @Nullable EvaluationError exhausted;

  private final Observer observer;
  private long left = STEPS;
  private boolean watched = true;

  Budget(Observer observer) {
    this.observer = observer;
  }

  /** Who watches the run; nobody while it looks back for the reasons of a result. */
  Observer observer() {
    return watched ? observer : Observer.NONE;
  }

  /** Does work that looks back at what was evaluated before. */
  void unwatched(Runnable work) {
    boolean before = watched;
    watched = false;
    try {
      work.run();
    } finally {
      watched = before;
    }
  }

  void spend() {
    if (--left < 0) {
      throw exhausted();
    }
  }

  private EvaluationError exhausted() {
    EvaluationError failure = exhausted;
    if (failure == null) {
      failure =
          new EvaluationError(
              ErrorCode.LIMIT,
              "the policy took more than %,d steps on this object".formatted(STEPS));
      exhausted = failure;
    }
    return failure;
  }
}
