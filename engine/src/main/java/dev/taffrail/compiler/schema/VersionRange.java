package dev.taffrail.compiler.schema;

/**
 * The set of Kubernetes versions in which a line of a schema file holds: {@code 1.33-} (since),
 * {@code -1.32} (until and with), {@code 1.32-1.34}, {@code 1.33}, or several with commas.
 */
final class VersionRange {
  private VersionRange() {}

  static boolean includes(String range, String version) {
    int minor = minor(version);
    for (String part : range.split(",")) {
      int dash = part.indexOf('-');
      int first = dash == 0 ? 0 : minor(dash < 0 ? part : part.substring(0, dash));
      int last = last(part, dash);
      if (first <= minor && minor <= last) {
        return true;
      }
    }
    return false;
  }

  /** The minor of {@code 1.MINOR}; Kubernetes never had another major. */
  static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  private static int last(String part, int dash) {
    if (dash < 0) {
      return minor(part);
    }
    return dash == part.length() - 1 ? Integer.MAX_VALUE : minor(part.substring(dash + 1));
  }
}
