package dev.taffrail.stdlib;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The policies that come with Taffrail, by the names that users give.
 *
 * <p>The build lists the files in an index, because a class path cannot be searched quickly.
 */
public final class StandardLibrary {
  private static final String INDEX = "policies.index";
  private static final String TESTS = "tests.index";
  private static final String FOLDER = "policies/";

  /** Every module begins with it, so people may leave it out. */
  private static final String PREFIX = "std.";

  private static final Pattern MODULE = Pattern.compile("(?m)^\\s*module\\s+([\\w.]+)");

  private StandardLibrary() {}

  /** The files of all modules, for policies that import them. */
  public static List<SourceFile> files() {
    return Loaded.FILES;
  }

  /** The files of all modules, and those with their tests, which only who runs them needs. */
  public static List<SourceFile> filesWithTests() {
    var files = new ArrayList<>(files());
    files.addAll(Loaded.read(TESTS));
    return List.copyOf(files);
  }

  /** The names of all modules, sorted. */
  public static List<String> modules() {
    return Loaded.MODULES;
  }

  /** What {@link #find} knows: modules and profiles, sorted. */
  public static List<String> names() {
    var names = new TreeSet<>(modules());
    for (Profile profile : Profile.values()) {
      names.add(profile.word());
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
      return Optional.of(new Selection(modules(), Map.of()));
    }
    String whole = name.startsWith(PREFIX) ? name : PREFIX + name;
    var profile = Profile.of(whole.substring(PREFIX.length()));
    if (profile.isPresent()) {
      return profile.map(Profile::selection);
    }
    var found =
        modules().stream()
            .filter(module -> module.equals(whole) || module.startsWith(whole + "."))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(new Selection(found, Map.of()));
  }

  /** Read on first use: many runs need no policy of the library. */
  private static final class Loaded {
    static final List<SourceFile> FILES = read(INDEX);
    static final List<String> MODULES = moduleNames();

    private static List<SourceFile> read(String index) {
      var files = new ArrayList<SourceFile>();
      for (String name : resource(index).lines().filter(line -> !line.isBlank()).toList()) {
        files.add(SourceFile.of(name, resource(FOLDER + name)));
      }
      return List.copyOf(files);
    }

    private static List<String> moduleNames() {
      var names = new TreeSet<String>();
      for (SourceFile file : FILES) {
        var header = MODULE.matcher(file.text());
        if (header.find()) {
          names.add(header.group(1));
        }
      }
      return List.copyOf(names);
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
  }
}
