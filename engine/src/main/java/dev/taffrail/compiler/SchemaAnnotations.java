package dev.taffrail.compiler;

import static java.util.Objects.requireNonNull;

import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.schema.custom.ImportedFacts;
import dev.taffrail.compiler.type.DeclaredReference;
import dev.taffrail.compiler.type.DeclaredView;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.object.GroupKind;
import dev.taffrail.value.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what annotations of an import say of its kinds: {@code @podTemplate}, {@code @view}, {@code
 * @embedded} and {@code @reference}.
 */
final class SchemaAnnotations {
  private static final Map<String, String> FORMS =
      Map.of(
          "podTemplate", "@podTemplate(\"spec.template\")",
          "view", "@view(\"spec.claims[*]\", PersistentVolumeClaim)",
          "embedded", "@embedded(\"data['app.yaml']\", AppConfig)",
          "reference", "@reference(\"spec.secretRef.name\", Secret)");

  private static final Map<String, List<String>> NAMED =
      Map.of(
          "podTemplate", List.of("of"),
          "view", List.of("of"),
          "embedded", List.of("from", "namespace", "named"),
          "reference", List.of("of", "namespace", "key"));

  private final ImportedKinds kinds;
  private final DiagnosticSink diagnostics;
  private final Map<GroupKind, List<String>> podTemplates = new TreeMap<>();
  private final List<DeclaredReference> references = new ArrayList<>();
  private final List<DeclaredView> views = new ArrayList<>();

  private SchemaAnnotations(ImportedKinds kinds, DiagnosticSink diagnostics) {
    this.kinds = kinds;
    this.diagnostics = diagnostics;
  }

  /** What the annotations of one import say; what is wrong with them is reported. */
  static ImportedFacts read(
      Header.ImportSchema imported, ImportedKinds kinds, DiagnosticSink diagnostics) {
    var reading = new SchemaAnnotations(kinds, diagnostics);
    if (!kinds.own().isEmpty()) {
      imported.annotations().forEach(reading::add);
    }
    return new ImportedFacts(Map.of(), reading.podTemplates, reading.references, reading.views);
  }

  private void add(Annotation annotation) {
    String name = annotation.name().text();
    if (!FORMS.containsKey(name)) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.E0124,
                  annotation.name().span(),
                  "there is no annotation `@%s` for a schema import".formatted(name))
              .help(
                  Spelling.nearest(name, FORMS.keySet())
                      .map(meant -> "Did you mean `@%s`?".formatted(meant))
                      .orElse("There are `@embedded`, `@podTemplate`, `@reference` and `@view`.")));
      return;
    }
    AnnotationArguments.read(
            annotation, requireNonNull(NAMED.get(name)), name.equals("podTemplate") ? 1 : 2)
        .ifPresentOrElse(arguments -> add(name, arguments), () -> malformed(annotation, name));
  }

  private void malformed(Annotation annotation, String name) {
    diagnostics.report(
        Diagnostic.of(
                DiagnosticCode.E0190,
                annotation.span(),
                "`@%s` is not written like this".formatted(name))
            .help(
                "It is written `%s`; named arguments may follow: %s."
                    .formatted(FORMS.get(name), String.join(", ", NAMED.get(name)))));
  }

  private void add(String name, AnnotationArguments arguments) {
    Optional<PathPattern> path = AnnotatedPath.parse(arguments.path());
    if (path.isEmpty()) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.E0190,
                  arguments.pathSpan(),
                  "`%s` is no path".formatted(arguments.path()))
              .help("A path is written like `spec.items[*].name` or `data['app.yaml']`."));
      return;
    }
    List<PathPattern.Step> steps = path.get().steps();
    switch (name) {
      case "podTemplate" -> podTemplate(arguments, steps);
      case "view" -> view(arguments, steps);
      case "embedded" -> embedded(arguments, steps);
      case "reference" -> reference(arguments, steps);
      default -> throw new IllegalStateException(name);
    }
  }

  private void podTemplate(AnnotationArguments arguments, List<PathPattern.Step> steps) {
    if (steps.stream().anyMatch(step -> !(step instanceof PathPattern.Step.Key))) {
      wrongPath(arguments, "a pod template has one place", "Use `@view(…, Pod)` for several pods.");
      return;
    }
    for (ObjectType holder : holder(arguments, steps, "a pod template", Wanted.RECORD)) {
      podTemplates.put(
          group(holder), steps.stream().map(step -> ((PathPattern.Step.Key) step).name()).toList());
    }
  }

  private void view(AnnotationArguments arguments, List<PathPattern.Step> steps) {
    Optional<ObjectType> seen = kind(arguments.kind().orElseThrow());
    for (ObjectType holder : holder(arguments, steps, "an object", Wanted.RECORD)) {
      seen.ifPresent(
          type ->
              views.add(
                  new DeclaredView(
                      group(holder),
                      Optional.empty(),
                      Optional.empty(),
                      steps,
                      type,
                      DeclaredView.Form.RECORD,
                      true)));
    }
  }

  private void embedded(AnnotationArguments arguments, List<PathPattern.Step> steps) {
    Optional<ObjectType> seen = kind(arguments.kind().orElseThrow());
    Optional<ObjectType> carrier =
        arguments.named("from").map(this::kind).orElseGet(() -> kinds.find("ConfigMap"));
    if (seen.isEmpty() || carrier.isEmpty() || !leads(arguments, carrier.get(), steps, "text")) {
      return;
    }
    boolean whole = !seen.get().kind().orElseThrow().isStated();
    views.add(
        new DeclaredView(
            group(carrier.get()),
            text(arguments, "namespace"),
            text(arguments, "named"),
            steps,
            seen.get(),
            DeclaredView.Form.TEXT,
            whole));
  }

  private void reference(AnnotationArguments arguments, List<PathPattern.Step> steps) {
    Optional<ObjectType> target = kind(arguments.kind().orElseThrow());
    List<ObjectType> holders = holder(arguments, steps, "a name", Wanted.TEXT);
    if (target.isEmpty() || holders.isEmpty()) {
      return;
    }
    var written = new ArrayList<String>();
    for (PathPattern.Step step : steps) {
      switch (step) {
        case PathPattern.Step.Key key -> written.add(key.name());
        case PathPattern.Step.All all when !written.isEmpty() ->
            written.set(written.size() - 1, written.getLast() + "[]");
        default -> {
          wrongPath(arguments, "a number names one element only", "Write `[*]` for all elements.");
          return;
        }
      }
    }
    ObjectType.Kind named = target.get().kind().orElseThrow();
    Optional<String> beside = text(arguments, "namespace");
    DeclaredReference.NamespaceRule rule =
        !named.namespaced()
            ? new DeclaredReference.NamespaceRule.None()
            : beside
                .<DeclaredReference.NamespaceRule>map(DeclaredReference.NamespaceRule.Beside::new)
                .orElseGet(DeclaredReference.NamespaceRule.Same::new);
    for (ObjectType holder : holders) {
      references.add(
          new DeclaredReference(group(holder), written, named, rule, text(arguments, "key")));
    }
  }

  private Optional<String> text(AnnotationArguments arguments, String name) {
    return arguments.named(name).flatMap(AnnotationArguments::plainText);
  }

  private Optional<ObjectType> kind(Expr written) {
    String name = written.span().text();
    Optional<ObjectType> found = kinds.find(name).filter(type -> type.kind().isPresent());
    if (found.isEmpty()) {
      var unknown =
          Diagnostic.of(DiagnosticCode.E0103, written.span(), "unknown kind `%s`".formatted(name));
      diagnostics.report(
          kinds
              .nearest(name)
              .map(meant -> unknown.label("did you mean `%s`?".formatted(meant)))
              .orElse(unknown));
    }
    return found;
  }

  private enum Wanted {
    RECORD,
    TEXT
  }

  /** The kind that has the field; empty, and reported, if none has. */
  private List<ObjectType> holder(
      AnnotationArguments arguments, List<PathPattern.Step> steps, String what, Wanted wanted) {
    Optional<Expr> of = arguments.named("of");
    if (of.isEmpty() && kinds.ownNames().size() > 1) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.E0190,
                  arguments.span(),
                  "the schema has several kinds, and this says of none which it is about")
              .help("Say which: `of: %s`.".formatted(kinds.ownNames().getFirst())));
      return List.of();
    }
    Optional<ObjectType> holder =
        of.isPresent() ? kind(of.get()) : kinds.find(kinds.ownNames().getFirst());
    return holder
        .filter(type -> leads(arguments, type, steps, what, wanted))
        .map(List::of)
        .orElse(List.of());
  }

  private boolean leads(
      AnnotationArguments arguments, ObjectType root, List<PathPattern.Step> steps, String what) {
    return leads(arguments, root, steps, what, Wanted.TEXT);
  }

  /** One version that has the field is enough: objects of the others have none there. */
  private boolean leads(
      AnnotationArguments arguments,
      ObjectType root,
      List<PathPattern.Step> steps,
      String what,
      Wanted wanted) {
    var ends =
        versions(root).stream().map(version -> AnnotatedPath.follow(version, steps)).toList();
    for (AnnotatedPath.End end : ends) {
      if (end instanceof AnnotatedPath.End.At at && fits(at.type(), wanted)) {
        return true;
      }
    }
    switch (ends.getFirst()) {
      case AnnotatedPath.End.At at ->
          wrongPath(
              arguments,
              "`%s` does not hold %s".formatted(arguments.path(), what),
              wanted == Wanted.RECORD
                  ? "The path must lead to an object."
                  : "The path must lead to text.");
      case AnnotatedPath.End.Nowhere nowhere ->
          wrongPath(
              arguments,
              nowhere.message(),
              nowhere.help().orElse("The schema decides which fields there are."));
    }
    return false;
  }

  private List<ObjectType> versions(ObjectType root) {
    var all = new ArrayList<ObjectType>();
    all.add(root);
    for (ObjectType other : kinds.own().values()) {
      boolean sameKind =
          other.kind().isPresent() && root.kind().isPresent() && group(other).equals(group(root));
      if (sameKind && !other.equals(root)) {
        all.add(other);
      }
    }
    return all;
  }

  private static boolean fits(Type type, Wanted wanted) {
    return type == Type.Scalar.JSON
        || switch (wanted) {
          case RECORD -> type instanceof ObjectType;
          case TEXT -> type == Type.Scalar.STRING || type instanceof Type.TextEnum;
        };
  }

  private void wrongPath(AnnotationArguments arguments, String message, String help) {
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.E0191, arguments.pathSpan(), message).help(help));
  }

  private static GroupKind group(ObjectType type) {
    return GroupKind.of(type.kind().orElseThrow().identity());
  }
}
