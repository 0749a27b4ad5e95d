package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.PolicyFile;
import java.util.Locale;
import java.util.regex.Pattern;

/** How modules and policies are called. */
public final class Names {
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** The module of files that stand in no folder, typed text for instance. */
  public static final String LOCAL = "local";

  private Names() {}

  /** The module a file names, else its folder. */
  public static String moduleOf(PolicyFile file) {
    return file.headers().stream()
        .filter(Header.Module.class::isInstance)
        .map(h -> ((Header.Module) h).name().text())
        .findFirst()
        .orElseGet(() -> folderModule(file.source().name()));
  }

  private static String folderModule(String fileName) {
    String[] parts = fileName.replace('\\', '/').split("/");
    String folder = parts.length < 2 ? "" : parts[parts.length - 2];
    String cleaned = folder.replaceAll("[^A-Za-z0-9_-]", "");
    return cleaned.isEmpty() ? LOCAL : cleaned;
  }

  /** {@code NoPrivilegedContainers} becomes {@code no-privileged-containers}. */
  public static String kebab(String name) {
    return WORD_START.matcher(name).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** {@code acme.baseline/no-privileged-containers}. */
  public static String policyId(String module, String policy) {
    return module + "/" + kebab(policy);
  }
}
