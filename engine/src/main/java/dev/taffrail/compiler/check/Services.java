package dev.taffrail.compiler.check;

import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SignatureCatalog;
import dev.taffrail.diagnostic.DiagnosticSink;

/** What every part of the checker needs to know. */
record Services(
    Resolution names,
    SchemaTypes schema,
    SignatureCatalog signatures,
    TypeNames types,
    Globals globals,
    DiagnosticSink diagnostics) {}
