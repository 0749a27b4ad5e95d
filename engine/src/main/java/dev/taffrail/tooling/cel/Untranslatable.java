package dev.taffrail.tooling.cel;

import dev.taffrail.source.Span;

/** Ends a translation at the first construct that CEL cannot say with the same meaning. */
final class Untranslatable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Span span;
  private final String what;

  Untranslatable(String what, Span span) {
    super(what);
    this.what = what;
    this.span = span;
  }

  CelExport.Refused refused() {
    return new CelExport.Refused(what, span);
  }
}
