package dev.taffrail;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Finding;
import dev.taffrail.governance.Governance;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KeptLines;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.LiveScan;
import dev.taffrail.runtime.inventory.FieldReads;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Pruning;
import dev.taffrail.runtime.inventory.Reads;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Waivers and enforcement of a set of policies, for objects that change. */
final class LiveGoverning implements LiveScan.Governing {
  private final IrProgram program;
  private final SchemaTypes types;
  private final Governance governance;
  private final Predicate<GroupKind> lookedUp;
  private final Optional<Instant> moment;
  private final Pruning pruning;
  private final boolean whole;

  /**
   * @param lookedUp whether policies or enforcement look up objects of a kind
   */
  LiveGoverning(
      IrProgram program,
      SchemaTypes types,
      Governance governance,
      Predicate<GroupKind> lookedUp,
      Optional<Instant> moment) {
    this.program = program;
    this.types = types;
    this.governance = governance;
    this.lookedUp = lookedUp;
    this.moment = moment;
    FieldReads reads = FieldReads.ofAll(program, types);
    this.pruning = new Pruning(reads, types, kind -> true, kind -> false);
    this.whole =
        reads.untypedTarget()
            || program.policies().stream().anyMatch(policy -> seesParts(policy.target()))
            || program.policies().stream().anyMatch(p -> Reads.of(p, program).seesParts())
            || program.governance().waivers().stream().anyMatch(w -> w.imageUnder().isPresent());
  }

  /** Components and documents are found in the text of objects, not in typed fields. */
  private boolean seesParts(IrPolicy.Target target) {
    return target.kinds().stream()
        .anyMatch(
            kind ->
                Component.of(kind).isPresent()
                    || types.declaredViews().stream().anyMatch(view -> view.seen().equals(kind)));
  }

  @Override
  public Optional<KubernetesObject> kept(KubernetesObject object) {
    if (!isJudged(object) && !looksUp(GroupKind.of(object.kind()))) {
      return Optional.empty();
    }
    return whole
        ? Optional.of(object)
        : pruning.of(object).map(part -> KeptLines.of(List.of(part)).getFirst());
  }

  private boolean isJudged(KubernetesObject object) {
    var kind = GroupKind.of(object.kind());
    return program.policies().stream()
        .map(IrPolicy::target)
        .anyMatch(
            target ->
                target.any()
                    || seesParts(target)
                    || target.lifted() && types.podTemplate(object.kind()).isPresent()
                    || target.kinds().stream()
                        .flatMap((ObjectType type) -> type.kind().stream())
                        .anyMatch(k -> GroupKind.of(k.identity()).equals(kind)));
  }

  @Override
  public boolean looksUp(GroupKind kind) {
    return lookedUp.test(kind);
  }

  @Override
  public List<Finding> apply(
      List<Finding> findings, Collection<KubernetesObject> objects, Inventory inventory) {
    var date = moment.map(when -> LocalDate.ofInstant(when, ZoneOffset.UTC));
    return governance.over(inventory).applyToAll(findings, objects, date).findings();
  }

  @Override
  public LiveScan.Governing at(Instant later) {
    return new LiveGoverning(program, types, governance, lookedUp, Optional.of(later));
  }
}
