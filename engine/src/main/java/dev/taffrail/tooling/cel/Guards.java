package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrExpr;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What must be set for a check to pass, as {@code !} demands, found while its parts are translated.
 *
 * <p>It may be demanded around the whole only where the part is evaluated whatever the others are.
 */
final class Guards {
  private final Set<String> demanded = new LinkedHashSet<>();
  private final String refusing;

  private Guards(String refusing) {
    this.refusing = refusing;
  }

  static Guards collecting() {
    return new Guards("");
  }

  /** Where nothing can be demanded. */
  static Guards none(String where) {
    return new Guards(where);
  }

  void demand(CelValue presence, IrExpr.Must must) throws Untranslatable {
    if (!refusing.isEmpty()) {
      throw new Untranslatable("`!` in " + refusing, must.span());
    }
    if (!presence.text().equals("true")) {
      demanded.add(presence.text());
    }
  }

  /** The condition behind all that is demanded. */
  CelValue around(CelValue condition) {
    return demanded.isEmpty()
        ? condition
        : CelValue.compound(String.join(" && ", demanded) + " && " + condition.operand());
  }
}
