package dev.taffrail.repl;

import dev.taffrail.Workbench;
import dev.taffrail.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the files that a session is about, and reads them again. */
public interface Loader {
  /**
   * A workbench with everything read anew.
   *
   * @param given what was typed so far stays; everything else is replaced
   * @throws Unloadable if something that was named cannot be found
   */
  Loaded load(Workbench given) throws Unloadable;

  /**
   * The same loader, with further files, folders or modules of the standard library.
   *
   * @throws Unloadable if there is nothing of such a name
   */
  Loader with(String name) throws Unloadable;

  /** The same loader with a value for a parameter, which takes the place of an earlier one. */
  Loader withParameter(String name, String value) throws Unloadable;

  /** The values given by {@link #withParameter}, by name, as YAML. */
  Map<String, String> parameters();

  /** The files that were read, to see whether they change. */
  List<Path> files();

  /**
   * What was read.
   *
   * @param problems of manifests, a line each
   * @param skipped how many documents are no Kubernetes objects
   */
  record Loaded(Workbench bench, List<String> problems, int skipped) {
    public Loaded {
      problems = List.copyOf(problems);
    }

    List<Diagnostic> diagnostics() {
      return bench.diagnostics();
    }
  }

  /** Names nothing that could be read. */
  final class Unloadable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> advice;

    public Unloadable(String message, List<String> advice) {
      super(message);
      this.advice = List.copyOf(advice);
    }

    public List<String> advice() {
      return advice;
    }
  }
}
