package dev.taffrail;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of packages, one line each, that says which others a package may use; names are relative
 * to {@code dev.taffrail}.
 */
final class Layers {
  static final String ROOT = "dev.taffrail";
  static final String DOOR = "door";

  private final Map<String, List<String>> usesByName = new LinkedHashMap<>();

  /** A use {@code x.*} stands for every package of the table that lies inside {@code x}. */
  Layers add(String name, String... uses) {
    if (usesByName.put(name, List.of(uses)) != null) {
      throw new IllegalArgumentException("layer listed twice: " + name);
    }
    return this;
  }

  Set<String> names() {
    return usesByName.keySet();
  }

  /** The table as rows of Markdown, without the layers named. */
  String rows(Set<String> without) {
    return usesByName.entrySet().stream()
        .filter(layer -> !without.contains(layer.getKey()))
        .map(
            layer ->
                "| `%s` | %s|\n"
                    .formatted(
                        layer.getKey(),
                        layer.getValue().stream()
                            .map(use -> "`" + use + "` ")
                            .collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  static String packageOf(String name) {
    return name.equals(DOOR) ? ROOT : ROOT + "." + name;
  }

  ArchRule done() {
    var architecture =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (var name : names()) {
      architecture = architecture.layer(name).definedBy(packageOf(name));
    }
    for (var name : names()) {
      var layer = architecture.whereLayer(name);
      var uses = usesByName.get(name).stream().flatMap(this::expand).toArray(String[]::new);
      architecture =
          uses.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(uses);
    }
    return architecture;
  }

  private Stream<String> expand(String use) {
    if (!use.endsWith(".*")) {
      return Stream.of(use);
    }
    var prefix = use.substring(0, use.length() - 1);
    return names().stream().filter(name -> name.startsWith(prefix));
  }
}
