/** Pages about policies and modules, made from what their authors wrote and tested. */
@NullMarked
package dev.taffrail.tooling.doc;

import org.jspecify.annotations.NullMarked;
