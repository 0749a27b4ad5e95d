package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrWaiver;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.value.PathPattern;
import java.util.List;
import java.util.Optional;

/**
 * Whether a waiver covers a finding; what it narrows by and the finding does not show, does not.
 */
final class WaiverMatch {
  private WaiverMatch() {}

  /** Only violations: an error outcome says that nobody knows whether there is one. */
  static boolean covers(IrWaiver waiver, Finding finding, JudgedObjects objects) {
    return finding.outcome() == Outcome.VIOLATION
        && isAbout(waiver, finding)
        && finding.object().filter(object -> names(waiver, object)).isPresent()
        && isAtPath(waiver, finding)
        && isInContainer(waiver, finding, objects);
  }

  private static boolean isAbout(IrWaiver waiver, Finding finding) {
    return waiver.policy().equals(finding.policy())
        && (waiver.rule().isEmpty() || waiver.rule().equals(finding.rule()));
  }

  static boolean names(IrWaiver waiver, ObjectRef object) {
    boolean namespace =
        waiver.namespace().isPresent()
            ? object.namespace().filter(waiver.namespace().get()::matches).isPresent()
            : object.namespace().isEmpty();
    return (waiver.kinds().isEmpty() || waiver.kinds().contains(object.kind()))
        && namespace
        && waiver.name().matches(object.name());
  }

  private static boolean isAtPath(IrWaiver waiver, Finding finding) {
    return waiver.path().isEmpty()
        || PathPattern.parse(finding.path())
            .filter(path -> begins(path.steps(), waiver.path().get().steps()))
            .isPresent();
  }

  private static boolean begins(List<PathPattern.Step> path, List<PathPattern.Step> wanted) {
    if (path.size() < wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean any = wanted.get(i) instanceof PathPattern.Step.All;
      if (!any && !wanted.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInContainer(IrWaiver waiver, Finding finding, JudgedObjects objects) {
    if (waiver.containers().isEmpty() && waiver.imageUnder().isEmpty()) {
      return true;
    }
    Optional<FindingContainer> container =
        PathPattern.parse(finding.path())
            .flatMap(path -> objects.of(finding).flatMap(o -> FindingContainer.of(o, path)));
    boolean named =
        waiver.containers().isEmpty()
            || container.filter(c -> waiver.containers().contains(c.name())).isPresent();
    boolean image =
        waiver.imageUnder().isEmpty()
            || container
                .flatMap(FindingContainer::image)
                .filter(found -> found.within(waiver.imageUnder().get()))
                .isPresent();
    return named && image;
  }
}
