package dev.taffrail.repl;

import dev.taffrail.PolicyInfo;
import dev.taffrail.Workbench;
import dev.taffrail.finding.Finding;
import dev.taffrail.runtime.Scan;
import dev.taffrail.source.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which files a session has read, as they were when somebody looked last. */
final class WatchedFiles {
  private static final int MOST_LINES = 12;

  private Map<Path, String> seen = Map.of();

  /** Nothing at the first look, or if nothing has changed. */
  Response news(ReplSession session) {
    Map<Path, String> now = look(session.loader().files());
    Map<Path, String> before = seen;
    seen = now;
    if (before.isEmpty() || before.equals(now)) {
      return Response.silent();
    }
    var changed = new ArrayList<String>();
    now.forEach(
        (path, state) -> {
          if (!state.equals(before.get(path))) {
            changed.add(path.toString());
          }
        });
    if (changed.isEmpty()) {
      return Response.silent();
    }
    Map<String, Finding> old = findings(session.bench());
    Loader.Loaded loaded;
    try {
      loaded = session.loader().load(session.bench());
    } catch (Loader.Unloadable gone) {
      return Response.failed(String.join(", ", changed) + " changed: " + gone.getMessage());
    }
    session.bench(loaded.bench());
    seen = look(session.loader().files());
    String errors = loaded.bench().isBroken() ? session.words(loaded.bench().diagnostics()) : "";
    return Response.said(
        String.join(", ", changed)
            + " changed"
            + (errors.isEmpty() ? compared(old, findings(loaded.bench())) : "\n" + errors));
  }

  private static String compared(Map<String, Finding> before, Map<String, Finding> after) {
    var lines = new ArrayList<String>();
    after.forEach(
        (key, finding) -> {
          if (!before.containsKey(key)) {
            lines.add("  new   " + words(finding));
          }
        });
    before.forEach(
        (key, finding) -> {
          if (!after.containsKey(key)) {
            lines.add("  gone  " + words(finding));
          }
        });
    if (lines.isEmpty()) {
      return ": the same %s\n".formatted(ReplSession.count(after.size(), "finding", "findings"));
    }
    int more = lines.size() - MOST_LINES;
    return ": "
        + ReplSession.count(after.size(), "finding", "findings")
        + "\n"
        + String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_LINES)))
        + (more > 0 ? "\n  … %d more".formatted(more) : "")
        + "\n";
  }

  private static String words(Finding finding) {
    return finding.shortName()
        + "  "
        + Printable.line(
            finding.object().map(o -> o.title() + "   ").orElse("") + finding.message());
  }

  private static Map<String, Finding> findings(Workbench bench) {
    var found = new LinkedHashMap<String, Finding>();
    if (!bench.isBroken()) {
      var ids = bench.policies().stream().map(PolicyInfo::id).toList();
      bench
          .run(ids, Scan.Progress.NONE)
          .findings()
          .forEach(
              f ->
                  found.put(
                      f.policy()
                          + f.object().map(o -> o.title()).orElse("")
                          + f.path()
                          + f.message(),
                      f));
    }
    return found;
  }

  private static Map<Path, String> look(List<Path> files) {
    var states = new LinkedHashMap<Path, String>();
    for (Path file : files) {
      try {
        states.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
      } catch (IOException gone) {
        states.put(file, "gone");
      }
    }
    return states;
  }
}
