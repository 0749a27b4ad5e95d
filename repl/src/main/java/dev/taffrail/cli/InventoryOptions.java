package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.cli.line.Given;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.AddressRanges;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Pruning;
import dev.taffrail.runtime.inventory.Retained;
import dev.taffrail.value.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What policies may look up besides the manifests that are judged.
 *
 * @param paths manifests that are read and not judged
 * @param complete names of kinds of which nothing is missing, or {@code all}
 * @param ranges the addresses of pods and Services
 * @param strict a policy that is not judged for want of data counts for the exit status
 */
record InventoryOptions(
    List<String> paths, List<String> complete, AddressRanges ranges, boolean strict) {
  private static final String ALL = "all";

  /**
   * @param judged what is judged: standard input cannot be read for both
   */
  static InventoryOptions of(Given arguments, List<String> judged) throws UsageMistake {
    List<String> paths = arguments.values("--inventory");
    if (paths.contains("-") && judged.contains("-")) {
      throw new UsageMistake("standard input, `-`, is given twice");
    }
    return new InventoryOptions(
        paths,
        arguments.values("--complete"),
        new AddressRanges(ranges(arguments, "--pod-cidrs"), ranges(arguments, "--service-cidrs")),
        arguments.has("--strict"));
  }

  private static Optional<Set<Cidr>> ranges(Given arguments, String option) throws UsageMistake {
    if (!arguments.has(option)) {
      return Optional.empty();
    }
    var ranges = new LinkedHashSet<Cidr>();
    String given = arguments.value(option).orElse("");
    for (String text : given.split(",", -1)) {
      ranges.add(
          Cidr.parse(text.strip())
              .orElseThrow(
                  () ->
                      new UsageMistake(
                          "%s: `%s` is no range of addresses".formatted(option, text.strip()),
                          List.of("write ranges like 10.244.0.0/16, with commas between them"))));
    }
    return Optional.of(ranges);
  }

  /**
   * What was read.
   *
   * @param read how much there was
   * @param unreadable files with what could not be read in them and without their objects: an
   *     inventory with gaps must not pass for a whole one
   */
  record Read(Inventory inventory, Retained read, List<Manifest> unreadable) {
    Read {
      unreadable = List.copyOf(unreadable);
    }

    /** How much of it is held, for those who wonder. */
    String words() {
      var kept = Retained.of(inventory.objects());
      return "of the inventory %,d of %,d objects are kept, and of their contents %,d of %,d values"
          .formatted(kept.objects(), read.objects(), kept.values(), read.values());
    }
  }

  /** Reads one file after the other and keeps of each what the policies can read. */
  Read read(PolicyEngine engine, PolicySet policies, Surroundings surroundings)
      throws UsageMistake {
    var objects = new ArrayList<KubernetesObject>();
    var unreadable = new ArrayList<Manifest>();
    var read = new Counted(policies.pruning());
    if (!paths.isEmpty()) {
      var reader = new ManifestReader().keeping(read);
      for (Manifest manifest : Inputs.of(paths).read(reader, surroundings.in())) {
        objects.addAll(manifest.objects());
        if (!manifest.problems().isEmpty()) {
          unreadable.add(
              new Manifest(manifest.source(), List.of(), manifest.problems(), List.of()));
        }
      }
    }
    // A kind that nobody reads was there all the same.
    var inventory = Inventory.ofManifests(objects, read.kinds);
    return new Read(declared(inventory, engine), read.sum, unreadable);
  }

  /** Reads everything and keeps it, for those who may ask for anything. */
  Read readWhole(PolicyEngine engine, Surroundings surroundings) throws UsageMistake {
    List<Manifest> manifests =
        paths.isEmpty() ? List.of() : Inputs.of(paths).read(surroundings.in());
    var unreadable =
        manifests.stream()
            .filter(m -> !m.problems().isEmpty())
            .map(m -> new Manifest(m.source(), List.of(), m.problems(), List.of()))
            .toList();
    var objects = manifests.stream().flatMap(m -> m.objects().stream()).toList();
    return new Read(declared(Inventory.of(objects), engine), Retained.of(objects), unreadable);
  }

  /** Counts what was read, and remembers of which kinds there was anything. */
  private static final class Counted implements ManifestReader.Keeping {
    private final Pruning pruning;
    private final Set<GroupKind> kinds = new LinkedHashSet<>();
    private Retained sum = Retained.NOTHING;

    Counted(Pruning pruning) {
      this.pruning = pruning;
    }

    @Override
    public Optional<KubernetesObject> of(KubernetesObject object) {
      kinds.add(GroupKind.of(object.kind()));
      sum = sum.and(Retained.of(List.of(object)));
      return pruning.of(object);
    }
  }

  private Inventory declared(Inventory found, PolicyEngine engine) throws UsageMistake {
    Inventory inventory = found.in(ranges);
    var kinds = new LinkedHashSet<GroupKind>();
    for (String list : complete) {
      for (String name : list.split(",")) {
        if (name.strip().equals(ALL)) {
          return inventory.completeForAll();
        }
        kinds.add(kind(name.strip(), engine));
      }
    }
    return inventory.completeFor(kinds);
  }

  /** A kind by its name, or kind and group of a custom resource: {@code Rollout.argoproj.io}. */
  private static GroupKind kind(String name, PolicyEngine engine) throws UsageMistake {
    var known = engine.kind(name);
    if (known.isPresent()) {
      return known.get();
    }
    int dot = name.indexOf('.');
    if (dot > 0) {
      return new GroupKind(name.substring(dot + 1), name.substring(0, dot));
    }
    throw new UsageMistake(
        "there is no kind `" + name + "`",
        Spelling.nearest(name, engine.kinds())
            .map(meant -> List.of("did you mean `" + meant + "`?"))
            .orElse(
                List.of(
                    "kinds are written as in manifests; a custom one with its group: Rollout.argoproj.io")));
  }
}
