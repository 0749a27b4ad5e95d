/** Kinds that CustomResourceDefinitions declare, as a layer over those of Kubernetes. */
@NullMarked
package dev.taffrail.compiler.schema.custom;

import org.jspecify.annotations.NullMarked;
