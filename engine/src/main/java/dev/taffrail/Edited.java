package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.KubernetesObject;
import java.util.List;

/** What came of an edit of an object at a {@link Workbench}. */
public sealed interface Edited {
  /** The edit does not compile. */
  record Wrong(List<Diagnostic> diagnostics) implements Edited {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * The object as it would be.
   *
   * @param bench the workbench with it in the place of the other
   */
  record Changed(KubernetesObject object, Workbench bench) implements Edited {}
}
