package dev.taffrail.compiler.schema.custom;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the CustomResourceDefinitions among objects.
 *
 * <p>A definition that breaks its own schema declares nothing: half a definition would judge
 * objects by rules that nobody wrote.
 */
public final class DefinitionReader {
  static final String GROUP = "apiextensions.k8s.io";
  static final String KIND = "CustomResourceDefinition";

  private static final FieldPath SPEC = FieldPath.ROOT.key("spec");

  private final Map<GroupKind, CustomDefinition> definitions = new TreeMap<>();
  private final List<DefinitionProblem> problems = new ArrayList<>();

  private DefinitionReader() {}

  /**
   * What was found.
   *
   * @param definitions at most one for a kind, by kind
   */
  public record Result(List<CustomDefinition> definitions, List<DefinitionProblem> problems) {
    public Result {
      definitions = List.copyOf(definitions);
      problems = List.copyOf(problems);
    }
  }

  /** The definitions among the objects; of two for one kind the first counts. */
  public static Result read(Collection<KubernetesObject> objects) {
    var reader = new DefinitionReader();
    objects.stream().filter(DefinitionReader::isDefinition).forEach(reader::add);
    return new Result(List.copyOf(reader.definitions.values()), reader.problems);
  }

  public static boolean isDefinition(KubernetesObject object) {
    return object.kind().group().equals(GROUP) && object.kind().kind().equals(KIND);
  }

  private void add(KubernetesObject object) {
    if (!object.kind().version().equals("v1")) {
      problem(
          object,
          FieldPath.ROOT.key("apiVersion"),
          "only definitions in `%s/v1` declare types, this is `%s`"
              .formatted(GROUP, object.kind().apiVersion()));
      return;
    }
    definition(object)
        .ifPresent(
            found -> {
              CustomDefinition earlier = definitions.putIfAbsent(found.kind(), found);
              if (earlier != null && !earlier.sameAs(found)) {
                problem(
                    object,
                    SPEC,
                    "`%s` is defined differently in %s; the first definition counts"
                        .formatted(found.kind(), earlier.place()));
              }
            });
  }

  private Optional<CustomDefinition> definition(KubernetesObject object) {
    Optional<Node.Mapping> spec = object.root().mapping("spec");
    Optional<String> group = spec.flatMap(s -> s.text("group"));
    Optional<String> kind = spec.flatMap(s -> s.mapping("names")).flatMap(n -> n.text("kind"));
    Optional<String> scope = spec.flatMap(s -> s.text("scope"));
    Optional<Node> versions = spec.flatMap(s -> s.find("versions"));
    if (group.isEmpty()) {
      return missing(object, SPEC.key("group"));
    }
    if (kind.isEmpty()) {
      return missing(object, SPEC.key("names").key("kind"));
    }
    if (scope.filter(s -> s.equals("Namespaced") || s.equals("Cluster")).isEmpty()) {
      problem(object, SPEC.key("scope"), "`spec.scope` must be `Namespaced` or `Cluster`");
      return Optional.empty();
    }
    if (versions.isEmpty() || !(versions.get() instanceof Node.Sequence list)) {
      return missing(object, SPEC.key("versions"));
    }
    return versions(object, list)
        .map(
            served ->
                new CustomDefinition(
                    object,
                    new GroupKind(group.get(), kind.get()),
                    scope.get().equals("Namespaced"),
                    served));
  }

  private Optional<List<CustomDefinition.Version>> versions(
      KubernetesObject object, Node.Sequence list) {
    var served = new ArrayList<CustomDefinition.Version>();
    for (int i = 0; i < list.elements().size(); i++) {
      FieldPath path = SPEC.key("versions").element(i);
      if (!(list.elements().get(i) instanceof Node.Mapping version)) {
        problem(object, path, "`%s` must be an object".formatted(path));
        return Optional.empty();
      }
      if (version.find("served").filter(n -> n instanceof Node.Bool b && b.value()).isEmpty()) {
        continue;
      }
      Optional<String> name = version.text("name");
      Optional<Node.Mapping> schema =
          version.mapping("schema").flatMap(s -> s.mapping("openAPIV3Schema"));
      if (name.isEmpty()) {
        missing(object, path.key("name"));
        return Optional.empty();
      }
      if (schema.isEmpty()) {
        missing(object, path.key("schema").key("openAPIV3Schema"));
        return Optional.empty();
      }
      served.add(new CustomDefinition.Version(name.get(), schema.get()));
    }
    if (served.isEmpty()) {
      problem(object, SPEC.key("versions"), "`spec.versions` has no version that is served");
      return Optional.empty();
    }
    return Optional.of(served);
  }

  private <T> Optional<T> missing(KubernetesObject object, FieldPath path) {
    problem(object, path, "`%s` is not set".formatted(path));
    return Optional.empty();
  }

  private void problem(KubernetesObject object, FieldPath path, String message) {
    problems.add(new DefinitionProblem(object, path, message));
  }
}
