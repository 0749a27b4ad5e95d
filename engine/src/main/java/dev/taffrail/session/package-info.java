/** What is typed at a prompt: declarations that stay, and questions that are answered once. */
@NullMarked
package dev.taffrail.session;

import org.jspecify.annotations.NullMarked;
