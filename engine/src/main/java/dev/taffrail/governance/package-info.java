/** What is done about findings: who is exempt, and how hard policies bite. */
@NullMarked
package dev.taffrail.governance;

import org.jspecify.annotations.NullMarked;
