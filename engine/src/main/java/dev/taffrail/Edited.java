package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.report.Report;
import java.util.List;

/** What came of an edit of an object at a {@link Workbench}. */
public sealed interface Edited {
  /** The edit does not compile. */
  record Wrong(List<Diagnostic> diagnostics) implements Edited {
    public Wrong {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** What all policies say of the object as it is, and as it would be. */
  record Judged(KubernetesObject object, Report before, Report after) implements Edited {}
}
