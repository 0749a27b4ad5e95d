/** The door for embedders: compile policies, evaluate Kubernetes objects. */
@NullMarked
package dev.taffrail;

import org.jspecify.annotations.NullMarked;
