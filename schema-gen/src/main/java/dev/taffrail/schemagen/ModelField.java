package dev.taffrail.schemagen;

import java.util.Optional;

/** What a model class says about one of its fields. */
record ModelField(String name, FieldType type, boolean required, Optional<String> description) {}
