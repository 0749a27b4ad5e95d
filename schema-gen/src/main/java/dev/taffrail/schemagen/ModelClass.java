package dev.taffrail.schemagen;

import java.util.List;
import java.util.Optional;

/** What one model class of the client says about the object it stands for. */
record ModelClass(String name, List<ModelField> fields, Optional<String> description) {
  ModelClass {
    fields = List.copyOf(fields);
  }
}
