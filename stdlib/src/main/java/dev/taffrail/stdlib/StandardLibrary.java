package dev.taffrail.stdlib;

import dev.taffrail.finding.Framework;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policies that come with Taffrail, by the names that users give.
 *
 * <p>The build lists the files in an index, because a class path cannot be searched quickly, and
 * {@code modules} says which folder holds which module, so that a run reads no file of a module it
 * does not need.
 */
public final class StandardLibrary {
  /** The profile that counts where nobody names policies. */
  public static final String DEFAULT_PROFILE = "recommended";

  private static final String INDEX = "policies.index";
  private static final String TESTS = "tests.index";
  private static final String MODULES = "policies/modules";
  private static final String FOLDER = "policies/";

  /** Every module begins with it, so people may leave it out. */
  private static final String PREFIX = "std.";

  private StandardLibrary() {}

  /** The files of all modules. */
  public static List<SourceFile> files() {
    return modules().stream().flatMap(module -> files(module).stream()).toList();
  }

  /** Every profile, sorted by name. */
  public static List<Profile> profiles() {
    return Index.FILES.keySet().stream()
        .filter(module -> module.startsWith(Profile.MODULES))
        .map(StandardLibrary::profile)
        .toList();
  }

  /**
   * The name of the profile with all policies that belong to a framework. Those of a level of the
   * Pod Security Standards are one, and no profile is about techniques of attackers alone.
   */
  public static String profileOf(Framework framework) {
    return switch (framework.name()) {
      case "pss" -> "pss.restricted";
      case "mitre" -> "all";
      default -> framework.name();
    };
  }

  private static Profile profile(String module) {
    return Profile.of(module.substring(Profile.MODULES.length()), files(module).getFirst());
  }

  /** The files of a module; none if it is not known. */
  public static List<SourceFile> files(String module) {
    return Index.FILES.getOrDefault(module, List.of()).stream()
        .map(name -> SourceFile.of(name, resource(FOLDER + name)))
        .toList();
  }

  /** The policies of a module, by their names in ids. Each has a file in a folder of its name. */
  public static List<String> policies(String module) {
    return Index.FILES.getOrDefault(module, List.of()).stream()
        .filter(StandardLibrary::isOfPolicy)
        .map(StandardLibrary::policyIn)
        .filter(name -> !isForImport(module))
        .toList();
  }

  /** What is needed of the modules of a selection to judge the policies it means. */
  public static List<SourceFile> files(Selection selection) {
    var files = new ArrayList<SourceFile>();
    for (String module : selection.modules()) {
      for (String name : Index.FILES.getOrDefault(module, List.of())) {
        if (!isOfPolicy(name) || selection.has(module + "/" + policyIn(name))) {
          files.add(SourceFile.of(name, resource(FOLDER + name)));
        }
      }
    }
    return List.copyOf(files);
  }

  /** Modules without policies. */
  private static boolean isForImport(String module) {
    return module.startsWith("std.shared.");
  }

  /** The other files of a module hold what its policies share. */
  private static boolean isOfPolicy(String name) {
    return name.endsWith("/" + policyIn(name) + ".rail");
  }

  private static String policyIn(String name) {
    int end = name.lastIndexOf('/');
    return name.substring(name.lastIndexOf('/', end - 1) + 1, end);
  }

  /** The files of a module, and those with its tests, which only who runs them needs. */
  public static List<SourceFile> filesWithTests(String module) {
    var files = new ArrayList<>(files(module));
    for (String name : Tests.FILES.getOrDefault(module, List.of())) {
      files.add(SourceFile.of(name, resource(FOLDER + name)));
    }
    return List.copyOf(files);
  }

  /** The names of all modules, sorted; profiles are none. */
  public static List<String> modules() {
    return Index.FILES.keySet().stream().filter(m -> !m.startsWith(Profile.MODULES)).toList();
  }

  /** What {@link #find} knows: modules and profiles, sorted. */
  public static List<String> names() {
    var names = new TreeSet<>(modules());
    for (String module : Index.FILES.keySet()) {
      if (module.startsWith(Profile.MODULES)) {
        names.add(module.substring(Profile.MODULES.length()));
      }
    }
    return List.copyOf(names);
  }

  /**
   * What a name stands for: a profile, a module, or everything below a prefix; {@code std.} may be
   * left out, and {@code std} is all there is.
   *
   * @return empty if the name is not known
   */
  public static Optional<Selection> find(String name) {
    if (PREFIX.equals(name + ".")) {
      return Optional.of(Selection.of(modules()));
    }
    String whole = name.startsWith(PREFIX) ? name : PREFIX + name;
    String profile = Profile.MODULES + whole.substring(PREFIX.length());
    if (Index.FILES.containsKey(profile)) {
      return Optional.of(profile(profile).selection());
    }
    var found =
        modules().stream()
            .filter(module -> module.equals(whole) || module.startsWith(whole + "."))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(Selection.of(found));
  }

  private static String resource(String name) {
    try (InputStream in = StandardLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Read on first use: only who runs tests needs them. */
  private static final class Tests {
    static final Map<String, List<String>> FILES = Index.read(TESTS);
  }

  /** Read on first use: many runs need no policy of the library. */
  private static final class Index {
    /** The names of files by module. */
    static final Map<String, List<String>> FILES = read(INDEX);

    private static Map<String, List<String>> read(String index) {
      var names = resource(index).lines().filter(line -> !line.isBlank()).toList();
      var files = new TreeMap<String, List<String>>();
      for (String line : resource(MODULES).lines().toList()) {
        // A module, a blank, and the folder that holds all files of the module and nothing else.
        int blank = line.indexOf(' ');
        String folder = line.substring(blank + 1) + "/";
        var own = new ArrayList<>(names.stream().filter(n -> n.startsWith(folder)).toList());
        files.put(line.substring(0, blank), own);
      }
      return files;
    }
  }
}
