/** Turns published Kubernetes API descriptions into the compact schema that the engine reads. */
@NullMarked
package dev.taffrail.schemagen;

import org.jspecify.annotations.NullMarked;
