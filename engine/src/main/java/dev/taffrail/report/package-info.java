/** Reports of a run, one class per format. */
@NullMarked
package dev.taffrail.report;

import org.jspecify.annotations.NullMarked;
