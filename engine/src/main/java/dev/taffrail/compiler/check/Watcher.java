package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Type;
import java.util.Map;

/**
 * Hears what could have stood where the checker found a name or member that it does not know; for
 * completion.
 */
public interface Watcher {
  /** Hears nothing. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void member(Type receiver, String name) {}

        @Override
        public void name(String name, Map<String, Type> visible, Type expected) {}
      };

  /** Something of a type was asked for a member it does not have. */
  void member(Type receiver, String name);

  /**
   * A name is unknown.
   *
   * @param visible the names of the body that could have been meant, inner ones last
   * @param expected the type that was wanted there, if one was
   */
  void name(String name, Map<String, Type> visible, Type expected);
}
