/** Turns published descriptions of the Kubernetes API into the compact schema the engine reads. */
@NullMarked
package dev.taffrail.schemagen;

import org.jspecify.annotations.NullMarked;
