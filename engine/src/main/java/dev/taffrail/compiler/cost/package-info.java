/** What a policy costs at most, as a formula over the sizes of the collections it loops over. */
@NullMarked
package dev.taffrail.compiler.cost;

import org.jspecify.annotations.NullMarked;
