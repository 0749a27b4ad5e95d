package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.schema.ApiVersions;
import dev.taffrail.compiler.type.DeclaredReference;
import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The kinds of Kubernetes, and over them those that CustomResourceDefinitions declare.
 *
 * <p>Names mean what they mean without the layer: a kind of a definition is called by the alias of
 * the import it came with. Immutable and safe to share.
 */
public final class CustomTypes implements SchemaTypes {
  private final SchemaTypes kubernetes;
  private final List<CustomDefinition> definitions;
  private final ImportedFacts facts;
  private final Map<GroupVersionKind, ObjectType> types = new LinkedHashMap<>();
  private final Map<GroupKind, List<String>> served = new TreeMap<>();

  private CustomTypes(
      SchemaTypes kubernetes, List<CustomDefinition> definitions, ImportedFacts facts) {
    this.kubernetes = kubernetes;
    this.facts = facts;
    this.definitions = List.copyOf(definitions);
    definitions.forEach(this::add);
  }

  /**
   * Definitions over a schema.
   *
   * @param more of two for one kind the first counts, and those that the schema has already count
   *     before them; one for a kind of Kubernetes does not count, as the API server refuses it
   */
  public static SchemaTypes over(SchemaTypes schema, Collection<CustomDefinition> more) {
    if (more.isEmpty()) {
      return schema;
    }
    var all = new ArrayList<>(definitionsOf(schema));
    all.addAll(more);
    return schema instanceof CustomTypes layer
        ? new CustomTypes(layer.kubernetes, all, layer.facts)
        : new CustomTypes(schema, all, ImportedFacts.NONE);
  }

  /** The same kinds with more that is known of them. */
  public static SchemaTypes with(SchemaTypes schema, ImportedFacts more) {
    if (more.equals(ImportedFacts.NONE)) {
      return schema;
    }
    return schema instanceof CustomTypes layer
        ? new CustomTypes(layer.kubernetes, layer.definitions, layer.facts.and(more))
        : new CustomTypes(schema, List.of(), more);
  }

  /** The definitions that a schema has over Kubernetes. */
  public static List<CustomDefinition> definitionsOf(SchemaTypes schema) {
    return schema instanceof CustomTypes layer ? layer.definitions : List.of();
  }

  private void add(CustomDefinition definition) {
    boolean known =
        definition.versions().stream()
            .anyMatch(v -> kubernetes.isKnown(identity(definition.kind(), v.name())));
    if (known || served.containsKey(definition.kind())) {
      return;
    }
    var schema = new StructuralSchema(definition.place(), kubernetes.type("ObjectMeta"));
    String kind = definition.kind().kind();
    String name = kubernetes.type(kind).isPresent() ? definition.kind().group() + "/" + kind : kind;
    for (CustomDefinition.Version version : definition.versions()) {
      var identity = identity(definition.kind(), version.name());
      types.put(
          identity,
          schema.root(
              identity.apiVersion() + " " + kind,
              name,
              new ObjectType.Kind(identity, definition.namespaced()),
              version.schema()));
    }
    served.put(
        definition.kind(),
        definition.versions().stream()
            .map(CustomDefinition.Version::name)
            .sorted(ApiVersions.NEWEST_STABLE_FIRST)
            .toList());
  }

  private static GroupVersionKind identity(GroupKind kind, String version) {
    return new GroupVersionKind(kind.group(), version, kind.kind());
  }

  /**
   * The types of a definition by the names behind an alias: {@code Widget} for the preferred
   * version, {@code v1beta1.Widget} for each.
   */
  public static Map<String, ObjectType> names(SchemaTypes schema, CustomDefinition definition) {
    var names = new LinkedHashMap<String, ObjectType>();
    for (String version : schema.servedVersions(definition.kind())) {
      schema
          .typeOf(identity(definition.kind(), version))
          .ifPresent(
              type -> {
                names.putIfAbsent(definition.kind().kind(), type);
                names.put(version + "." + definition.kind().kind(), type);
              });
    }
    return names;
  }

  @Override
  public String version() {
    return kubernetes.version();
  }

  @Override
  public Optional<ObjectType> type(String name) {
    return kubernetes.type(name);
  }

  @Override
  public Optional<Type.TextEnum> textEnum(String name) {
    return kubernetes.textEnum(name);
  }

  @Override
  public Optional<ObjectType> typeOf(GroupVersionKind kind) {
    return Optional.ofNullable(types.get(kind))
        .or(() -> kubernetes.typeOf(kind))
        .or(() -> Optional.ofNullable(facts.kinds().get(kind)));
  }

  @Override
  public boolean isKnown(GroupVersionKind kind) {
    return types.containsKey(kind) || kubernetes.isKnown(kind) || facts.kinds().containsKey(kind);
  }

  @Override
  public Optional<String> removedIn(GroupVersionKind kind) {
    return kubernetes.removedIn(kind);
  }

  @Override
  public List<String> servedVersions(GroupKind kind) {
    List<String> own = served.get(kind);
    return own == null ? kubernetes.servedVersions(kind) : own;
  }

  @Override
  public Optional<String> whyMissing(ObjectType type, String field) {
    return kubernetes.whyMissing(type, field);
  }

  @Override
  public List<String> names() {
    return kubernetes.names();
  }

  @Override
  public List<String> kindNames() {
    return kubernetes.kindNames();
  }

  @Override
  public Optional<List<String>> podTemplate(GroupVersionKind kind) {
    return kubernetes
        .podTemplate(kind)
        .or(() -> Optional.ofNullable(facts.podTemplates().get(GroupKind.of(kind))));
  }

  @Override
  public List<String> podCarriers() {
    return Stream.concat(
            kubernetes.podCarriers().stream(),
            facts.podTemplates().keySet().stream().map(GroupKind::kind))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<DeclaredReference> declaredReferences() {
    return facts.references();
  }

  @Override
  public List<ReferenceFact> referenceFacts() {
    return Stream.concat(
            kubernetes.referenceFacts().stream(),
            facts.references().stream().map(ReferenceFact::of))
        .toList();
  }

  @Override
  public List<DeclaredView> declaredViews() {
    return Stream.concat(kubernetes.declaredViews().stream(), facts.views().stream()).toList();
  }
}
