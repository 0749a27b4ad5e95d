package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Our facts over the published schema: what an unset field means, which records may be absent
 * without meaning anything, which text is an image, a path or an address.
 *
 * <p>A wrong line here is a policy that passes silently, so every line names its source. Records
 * are read when somebody asks for them. Safe for use by several threads.
 */
final class Overlay {
  /** A definition stands in one file only. */
  static final List<String> FILES =
      List.of(
          "admission",
          "cluster",
          "components",
          "core",
          "kubeadm",
          "kubelet",
          "network",
          "pod",
          "rbac",
          "workloads");

  private static final class Loaded {
    static final Overlay OVERLAY = new Overlay(FILES.stream().map(OverlayFile::read).toList());
  }

  private final List<OverlayFile> files;
  private final Map<String, OverlayRecord> records = new ConcurrentHashMap<>();
  private final Map<String, Type.TextEnum> enums;

  private Overlay(List<OverlayFile> files) {
    this.files = files;
    var named = new TreeMap<String, Type.TextEnum>();
    for (OverlayFile file : files) {
      file.enums()
          .forEach(
              (name, members) -> named.put(name, TypeText.textEnum(Optional.of(name), members)));
    }
    this.enums = Collections.unmodifiableMap(named);
  }

  /** Read once in a process. */
  static Overlay loaded() {
    return Loaded.OVERLAY;
  }

  OverlayRecord record(String definitionId) {
    return records.computeIfAbsent(
        definitionId,
        id ->
            files.stream()
                .flatMap(file -> file.record(id).stream())
                .findFirst()
                .orElse(OverlayRecord.NONE));
  }

  /** The ids of all definitions with a record here, file by file. */
  List<String> definitionIds() {
    return files.stream().flatMap(file -> file.definitionIds().stream()).toList();
  }

  /** Text enums with a name of their own. */
  Map<String, Type.TextEnum> enums() {
    return enums;
  }
}
