package dev.taffrail.object;

import java.util.Locale;
import java.util.Optional;

/** What an object says it is, and whether kubectl takes it for an object at all. */
sealed interface ObjectIdentity {
  /** An object that kubectl reads. */
  record Known(GroupVersionKind kind) implements ObjectIdentity {}

  /** kubectl reads it, the API server does not: the version is missing. */
  record WithoutVersion(GroupVersionKind kind, String message, String help)
      implements ObjectIdentity {}

  /**
   * It looks like an object and is none.
   *
   * @param field the field at fault; empty if it is missing
   */
  record Wrong(Optional<String> field, String message, String help) implements ObjectIdentity {}

  /** Something else, such as the values of a chart. */
  record Other() implements ObjectIdentity {}

  static ObjectIdentity of(Node.Mapping root) {
    Node version = field(root, "apiVersion");
    Node kind = field(root, "kind");
    boolean looksLikeOne =
        field(root, "metadata") instanceof Node.Mapping || root.indexOf("spec") >= 0;
    if (isAbsent(kind)) {
      return !isAbsent(version) && looksLikeOne
          ? missing(root, "kind", "`kind: Deployment`")
          : new Other();
    }
    if (isAbsent(version)) {
      return kind instanceof Node.Text text && looksLikeOne
          ? withoutVersion(root, text)
          : new Other();
    }
    if (!(kind instanceof Node.Text kindText)) {
      return notString("kind", kind);
    }
    if (!(version instanceof Node.Text versionText)) {
      return notString("apiVersion", version);
    }
    String value = versionText.value();
    if (value.indexOf('/') != value.lastIndexOf('/')) {
      return new Wrong(
          Optional.of("apiVersion"),
          Quoted.of(value) + " is no API version",
          "write the version, or the group and the version with one slash: `apps/v1`");
    }
    return new Known(GroupVersionKind.of(value, kindText.value()));
  }

  private static Node field(Node.Mapping root, String key) {
    int entry = root.indexOf(key);
    return entry < 0 ? new Node.Null(root.start(), root.start()) : root.value(entry);
  }

  private static boolean isAbsent(Node node) {
    return node instanceof Node.Null || (node instanceof Node.Text text && text.value().isEmpty());
  }

  private static Wrong missing(Node.Mapping root, String field, String example) {
    return new Wrong(
        misspelled(root, field), "this object has no `" + field + "`", help(root, field, example));
  }

  private static WithoutVersion withoutVersion(Node.Mapping root, Node.Text kind) {
    return new WithoutVersion(
        new GroupVersionKind("", "", kind.value()),
        "this object has no `apiVersion`",
        help(root, "apiVersion", "`apiVersion: apps/v1`"));
  }

  private static String help(Node.Mapping root, String field, String example) {
    return misspelled(root, field)
        .map(found -> "write `" + field + "` instead of " + Quoted.of(found))
        .orElse("add it: " + example);
  }

  private static Optional<String> misspelled(Node.Mapping root, String field) {
    for (int i = 0; i < root.size(); i++) {
      String key = root.key(i);
      if (key.toLowerCase(Locale.ROOT).equals(field.toLowerCase(Locale.ROOT))
          && !key.equals(field)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static Wrong notString(String field, Node value) {
    return new Wrong(
        Optional.of(field), "`" + field + "` is " + value.what() + ", not a string", "quote it");
  }
}
