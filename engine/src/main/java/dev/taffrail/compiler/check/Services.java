package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.SignatureCatalog;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.Optional;

/** What every part of the checker needs to know. */
record Services(
    Resolution names,
    SchemaTypes schema,
    SignatureCatalog signatures,
    TypeNames types,
    Globals globals,
    DataFiles files,
    Watcher watcher,
    DiagnosticSink diagnostics) {

  /** The policy an expression stands in, if it stands in one. */
  Optional<Declaration.Policy> policy(Context context) {
    return context
        .policy()
        .flatMap(
            policy -> names.module(context.module()).map(module -> module.policies().get(policy)))
        .map(declared -> (Declaration.Policy) declared.declaration());
  }

  /** A parameter of that policy. */
  Optional<Declaration.Parameter> policyParameter(Context context, String name) {
    return policy(context)
        .flatMap(
            policy ->
                policy.parameters().stream()
                    .filter(parameter -> parameter.name().text().equals(name))
                    .findFirst());
  }
}
