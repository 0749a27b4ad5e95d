package dev.taffrail.schemagen;

import java.util.Map;

/** The Go package, as definition ids spell it, that holds the types of an API group's version. */
final class GoPackages {
  static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1";
  static final String VERSION_INFO = "io.k8s.apimachinery.pkg.version.Info";

  /** Groups whose package is not named by the group's first label. */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "", "io.k8s.api.core",
          "internal.apiserver.k8s.io", "io.k8s.api.apiserverinternal",
          "apiextensions.k8s.io", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions",
          "apiregistration.k8s.io", "io.k8s.kube-aggregator.pkg.apis.apiregistration");

  private GoPackages() {}

  static String of(String group, String version) {
    String special = SPECIAL.get(group);
    String base = special == null ? "io.k8s.api." + firstLabel(group) : special;
    return base + "." + version;
  }

  /** The word by which the client tells apart classes of one name: {@code Rbac}, {@code Core}. */
  static String classPrefix(String packageName) {
    String[] parts = packageName.split("\\.");
    String group = parts[parts.length - 2];
    return Character.toUpperCase(group.charAt(0)) + group.substring(1);
  }

  private static String firstLabel(String group) {
    int dot = group.indexOf('.');
    return dot < 0 ? group : group.substring(0, dot);
  }
}
