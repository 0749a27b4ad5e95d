/** Where text comes from: files, spans in them, and positions people can read. */
@NullMarked
package dev.taffrail.source;

import org.jspecify.annotations.NullMarked;
