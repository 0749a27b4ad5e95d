package dev.taffrail.cli;

import java.util.List;

/** The command was called wrongly, so nothing was judged. */
final class UsageMistake extends Exception {
  private static final long serialVersionUID = 1;

  private final String message;
  private final transient List<String> advice;

  /**
   * A mistake.
   *
   * @param message one line, lower case, no full stop
   * @param advice lines that help to cure it
   */
  UsageMistake(String message, List<String> advice) {
    super(message);
    this.message = message;
    this.advice = List.copyOf(advice);
  }

  UsageMistake(String message, String... advice) {
    this(message, List.of(advice));
  }

  /** There is always one. */
  @Override
  public String getMessage() {
    return message;
  }

  List<String> advice() {
    return advice;
  }
}
