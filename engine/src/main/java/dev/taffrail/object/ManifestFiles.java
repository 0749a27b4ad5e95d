package dev.taffrail.object;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files that the paths on a command line stand for.
 *
 * @param files in the order of the paths, below a folder sorted by name; no file twice
 * @param problems paths that lead nowhere
 * @param leftOut folders that were not entered: hidden ones, {@code node_modules}, {@code target}
 */
public record ManifestFiles(List<Found> files, List<Problem> problems, List<String> leftOut) {

  /**
   * A file to read.
   *
   * @param name how reports call it: the path as given, below a folder with its relative path,
   *     always with forward slashes
   * @param path where it is; empty for the standard input
   */
  public record Found(String name, Optional<Path> path) {}

  /**
   * A path that cannot be read.
   *
   * @param name the path as given
   * @param message one line, lower case, without full stop
   */
  public record Problem(String name, String message) {}

  public ManifestFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Looks the paths up.
   *
   * @param paths files, which are read whatever their name; folders, in which files ending in
   *     {@code .yaml}, {@code .yml} and {@code .json} are; {@code -} for the standard input
   */
  public static ManifestFiles find(List<String> paths) {
    return new FileSearch().run(paths);
  }
}
