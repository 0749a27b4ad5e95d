package dev.taffrail.schemagen;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything the schema says about one Kubernetes version. */
record VersionFacts(
    List<ServedKind> kinds,
    SortedMap<String, String> idsByModelClass,
    SortedMap<String, SortedMap<String, FieldFacts>> definitions) {

  static VersionFacts of(Releases.Release release, ClientJar client, Overlay overlay) {
    List<ServedKind> kinds = ServedKinds.of(client);
    var ids = DefinitionNames.of(client, kinds, overlay.ids());
    var definitions = new TreeMap<String, SortedMap<String, FieldFacts>>();
    for (ModelClass model : client.models().values()) {
      String id = requireNonNull(ids.get(model.name()));
      var fields = new TreeMap<String, FieldFacts>();
      for (ModelField field : model.fields()) {
        FieldNotes notes = overlay.notes(release.minor(), id, field.name());
        fields.put(
            field.name(),
            new FieldFacts(
                field.type().renamed(name -> requireNonNull(ids.get(name))),
                field.required(),
                notes));
      }
      definitions.put(id, fields);
    }
    return new VersionFacts(kinds, ids, definitions);
  }
}
