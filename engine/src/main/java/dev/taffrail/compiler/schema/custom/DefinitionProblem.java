package dev.taffrail.compiler.schema.custom;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;

/**
 * What is wrong with a CustomResourceDefinition.
 *
 * @param path the place in the definition
 */
public record DefinitionProblem(KubernetesObject object, FieldPath path, String message) {}
