package dev.taffrail.schemagen;

/** Everything the schema says about one field of one version. */
record FieldFacts(FieldType type, boolean required, FieldNotes notes) {}
