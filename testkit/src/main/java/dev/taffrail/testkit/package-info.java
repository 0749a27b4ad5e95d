/** What tests of every module share: golden files and the folders of the project. */
@NullMarked
package dev.taffrail.testkit;

import org.jspecify.annotations.NullMarked;
