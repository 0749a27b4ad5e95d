package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.ReferenceFact;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.GroupKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every fact about a reference is about a field that the schema has, in at least one version. */
class ReferenceTableTest {
  private static final String GATEWAY = "gateway.networking.k8s.io";

  @Test
  void everyFieldHoldsText() {
    var wrong = new ArrayList<String>();
    for (ReferenceFact fact : ReferenceTable.facts()) {
      boolean somewhere =
          SchemaCatalog.versions().stream()
              .map(SchemaCatalog::of)
              .anyMatch(types -> isText(fact, types));
      if (!somewhere && !fact.holder().group().equals(GATEWAY)) {
        wrong.add(fact.holder() + " " + String.join(".", fact.path()));
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isText(ReferenceFact fact, SchemaTypes types) {
    Optional<Type> type = types.typeOf(fact.holder()).map(t -> t);
    for (String step : fact.path()) {
      boolean list = step.endsWith("[]");
      String name = list ? step.substring(0, step.length() - 2) : step;
      type =
          type.flatMap(
              t ->
                  t.bare() instanceof ObjectType record
                      ? record.field(name).map(f -> f.type().bare())
                      : t.bare() instanceof Type.MapOf map
                          ? Optional.of(map.value())
                          : Optional.empty());
      if (list) {
        type =
            type.flatMap(
                t -> t instanceof Type.ListOf l ? Optional.of(l.element()) : Optional.empty());
      }
    }
    return type.filter(t -> !(t instanceof ObjectType) && !(t instanceof Type.ListOf)).isPresent();
  }

  @Test
  void whatIsNamedExistsAndLiesWhereTheFactSays() {
    var wrong = new ArrayList<String>();
    for (ReferenceFact fact : ReferenceTable.facts()) {
      if (fact.target() instanceof ReferenceFact.Target.One one
          && !one.kind().group().equals(GATEWAY)) {
        boolean right =
            SchemaCatalog.versions().stream()
                .map(SchemaCatalog::of)
                .flatMap(types -> types.typeOf(GroupKind.of(one.kind())).stream())
                .flatMap(type -> type.kind().stream())
                .anyMatch(
                    kind ->
                        kind.identity().equals(one.kind())
                            && kind.namespaced()
                                != fact.scope() instanceof ReferenceFact.Scope.Cluster);
        if (!right) {
          wrong.add(fact.holder() + " -> " + one.kind());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aLineWithoutSourceIsRefused() {
    String text = "sources\na x/types.go\nholder Pod\nspec.x -> v1/Secret";
    assertThrows(IllegalStateException.class, () -> ReferenceTable.read(text));
    assertThrows(IllegalStateException.class, () -> ReferenceTable.read(text + " -- b X"));
    assertTrue(ReferenceTable.read(text + " -- a X").getFirst().keys().isEmpty());
  }
}
