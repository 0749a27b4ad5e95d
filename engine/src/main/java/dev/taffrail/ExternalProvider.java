package dev.taffrail;

import java.util.List;

/**
 * Answers functions that policies declare with {@code external fn … from provider "name"}.
 *
 * <p>A host gives its providers to {@link PolicyEngine.Builder#provider}. One is called from a
 * virtual thread of its own, so that the timeout of the function holds whatever it does, and with
 * all questions that a run has at that moment, each once.
 */
@FunctionalInterface
public interface ExternalProvider {
  /**
   * Answers questions of one function.
   *
   * @return one answer for each question, in their order
   * @throws Exception if it cannot; every question is then an error outcome that names the function
   *     and the provider
   */
  List<ExternalAnswer> answer(List<ExternalCall> calls) throws Exception;
}
