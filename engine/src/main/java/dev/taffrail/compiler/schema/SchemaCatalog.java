package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupVersionKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The types of one Kubernetes version: the published schema with the overlay over it.
 *
 * <p>There is one catalogue for each version in a process; types are made when somebody asks for
 * them. Safe for use by several threads.
 */
public final class SchemaCatalog implements SchemaTypes {
  private static final Map<String, SchemaCatalog> CATALOGS = new ConcurrentHashMap<>();

  private final SchemaResource schema;
  private final Overlay overlay = Overlay.loaded();
  private final Map<String, RawKind> kindsByDefinition = new HashMap<>();
  private final TypeNames names;
  private final Map<String, ObjectType> types = new ConcurrentHashMap<>();
  private final FieldTypes fieldTypes;
  private final ComponentViews views;
  private final List<DeclaredView> carriers;

  private SchemaCatalog(SchemaResource schema) {
    this.schema = schema;
    for (RawKind kind : schema.kinds()) {
      kindsByDefinition.putIfAbsent(kind.definitionId(), kind);
    }
    this.views = ComponentViews.of(schema.version(), this::type);
    this.names = new TypeNames(schema, kindsByDefinition.keySet(), views.names());
    this.fieldTypes = new FieldTypes(schema.version(), this::record, this::named);
    this.carriers = ConfigCarriers.of(this::type);
  }

  /**
   * The catalogue of a version.
   *
   * @param version one of {@link #versions()}
   */
  public static SchemaCatalog of(String version) {
    return CATALOGS.computeIfAbsent(version, v -> new SchemaCatalog(SchemaResource.load(v)));
  }

  /** The catalogue of the newest bundled version. */
  public static SchemaCatalog newest() {
    return of(SchemaResource.newest());
  }

  /** The bundled Kubernetes versions, the oldest first. */
  public static List<String> versions() {
    return SchemaResource.versions();
  }

  @Override
  public String version() {
    return schema.version();
  }

  @Override
  public Optional<ObjectType> type(String name) {
    return views.type(name).or(() -> names.definition(name).map(this::objectType));
  }

  @Override
  public Optional<Type.TextEnum> textEnum(String name) {
    return Optional.ofNullable(overlay.enums().get(name));
  }

  @Override
  public Optional<ObjectType> typeOf(GroupVersionKind kind) {
    return schema
        .kind(kind.apiVersion(), kind.kind())
        .map(RawKind::definitionId)
        .filter(schema::has)
        .map(this::objectType);
  }

  @Override
  public boolean isKnown(GroupVersionKind kind) {
    return schema.history(kind.apiVersion(), kind.kind()).isPresent();
  }

  @Override
  public Optional<String> removedIn(GroupVersionKind kind) {
    return schema.history(kind.apiVersion(), kind.kind()).flatMap(KindHistory::removedIn);
  }

  @Override
  public Optional<String> whyMissing(ObjectType type, String field) {
    return ComponentViews.whyMissing(type, field, version());
  }

  @Override
  public List<String> names() {
    return Stream.concat(names.all().stream(), views.names().stream()).distinct().sorted().toList();
  }

  @Override
  public List<String> kindNames() {
    return kindsByDefinition.keySet().stream().map(names::nameOf).distinct().sorted().toList();
  }

  @Override
  public Optional<List<String>> podTemplate(GroupVersionKind kind) {
    return PodTemplates.path(kind);
  }

  @Override
  public List<ReferenceFact> referenceFacts() {
    return ReferenceTable.facts();
  }

  @Override
  public List<String> podCarriers() {
    return PodTemplates.carriers();
  }

  @Override
  public List<DeclaredView> declaredViews() {
    return carriers;
  }

  private Optional<Type> record(String definitionId) {
    return schema.has(definitionId) ? Optional.of(objectType(definitionId)) : Optional.empty();
  }

  private Optional<Type> named(String name) {
    return textEnum(name).<Type>map(text -> text).or(() -> type(name));
  }

  private ObjectType objectType(String definitionId) {
    return types.computeIfAbsent(definitionId, this::build);
  }

  private ObjectType build(String definitionId) {
    OverlayRecord known = overlay.record(definitionId);
    return new ObjectType(
        definitionId,
        names.nameOf(definitionId),
        Optional.ofNullable(kindsByDefinition.get(definitionId)).map(SchemaCatalog::identity),
        known.transparency().isPresent(),
        () -> fieldTypes.of(schema.definition(definitionId).orElseThrow(), known));
  }

  private static ObjectType.Kind identity(RawKind kind) {
    return new ObjectType.Kind(
        new GroupVersionKind(kind.group(), kind.version(), kind.kind()), kind.namespaced());
  }
}
