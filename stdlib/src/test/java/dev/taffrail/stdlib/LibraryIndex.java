package dev.taffrail.stdlib;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Framework;
import dev.taffrail.finding.Severity;
import dev.taffrail.tooling.doc.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of all policies: by topic and group, by severity, by framework. */
final class LibraryIndex {
  /** What somebody who hardens a cluster looks for, and the modules that are about it. */
  private static final Map<String, List<String>> TOPICS = topics();

  private final List<IrPolicy> policies;

  LibraryIndex(List<IrPolicy> policies) {
    this.policies =
        policies.stream()
            .filter(p -> !p.span().source().name().endsWith(PolicyFolder.TESTS))
            .sorted(Comparator.comparing(IrPolicy::id))
            .toList();
  }

  private static Map<String, List<String>> topics() {
    var topics = new LinkedHashMap<String, List<String>>();
    topics.put(
        "Control plane",
        List.of(
            "std.apiserver",
            "std.controllermanager",
            "std.scheduler",
            "std.etcd",
            "std.encryption",
            "std.admission"));
    topics.put("Nodes", List.of("std.kubelet", "std.kubeproxy"));
    topics.put("Pods", List.of("std.pss", "std.workload", "std.reliability", "std.autoscaling"));
    topics.put("Access control", List.of("std.rbac"));
    topics.put("Network policies", List.of("std.network", "std.ingress"));
    topics.put("Audit logging", List.of("std.audit"));
    topics.put("Updates", List.of("std.upgrades"));
    topics.put("DevSecOps", List.of("std.devsecops"));
    topics.put("Supply chain", List.of("std.images"));
    topics.put("Governance", List.of("std.governance"));
    topics.put("Other", List.of());
    return topics;
  }

  /** The pages by path. */
  Map<String, String> pages() {
    return Map.of(
        "index.md", byTopic(), "by-severity.md", bySeverity(), "by-framework.md", byFramework());
  }

  private String byTopic() {
    var text = new StringBuilder(Page.MARK).append("\n\n# Policies of the standard library\n\n");
    text.append(
        "%d policies in groups, each a module of its name. See also the lists [by severity](by-severity.md) and\n"
            .formatted(policies.size()));
    text.append("[by framework](by-framework.md).\n");
    var grouped =
        policies.stream()
            .collect(Collectors.groupingBy(IrPolicy::module, TreeMap::new, Collectors.toList()));
    var named = TOPICS.values().stream().flatMap(List::stream).toList();
    TOPICS.forEach(
        (topic, modules) -> {
          text.append("\n## ").append(topic).append('\n');
          Stream<String> own =
              modules.isEmpty()
                  ? grouped.keySet().stream().filter(m -> !named.contains(m))
                  : modules.stream();
          own.forEach(
              module -> {
                text.append("\n### [`%s`](%s/index.md)\n\n".formatted(module, module));
                grouped
                    .getOrDefault(module, List.of())
                    .forEach(
                        policy ->
                            text.append("- ")
                                .append(titled(policy))
                                .append(" (%s)\n".formatted(severity(policy))));
              });
        });
    return text.toString();
  }

  private String bySeverity() {
    var text = new StringBuilder(Page.MARK).append("\n\n# Policies by severity\n");
    for (Severity severity : List.of(Severity.values()).reversed()) {
      var own = policies.stream().filter(p -> p.metadata().severity() == severity).toList();
      if (!own.isEmpty()) {
        text.append("\n## %s: %d\n\n".formatted(capital(severity.word()), own.size()));
        own.forEach(policy -> text.append("- ").append(titled(policy)).append('\n'));
      }
    }
    return text.toString();
  }

  private String byFramework() {
    var text = new StringBuilder(Page.MARK).append("\n\n# Policies by framework\n\n");
    text.append(
        """
        `taffrail check --summary FRAMEWORK` says how manifests stand with each of these controls.
        """);
    for (String name : Framework.names()) {
      Framework framework = Framework.find(name).orElseThrow();
      text.append("\n## `%s`: %s\n\n".formatted(name, framework.title()));
      framework
          .controls()
          .forEach(
              (id, title) -> {
                var own = policies.stream().filter(p -> has(p, name, id)).toList();
                text.append("- **").append(id).append("**");
                if (!id.equals(title)) {
                  text.append(' ').append(title);
                }
                text.append(own.isEmpty() ? ": no policy" : ": ");
                text.append(own.stream().map(this::named).collect(Collectors.joining(", ")));
                text.append('\n');
              });
    }
    return text.toString();
  }

  private static boolean has(IrPolicy policy, String framework, String id) {
    return policy.metadata().controls().contains(new Control(framework, id));
  }

  private String titled(IrPolicy policy) {
    return "[%s](%s)".formatted(policy.metadata().title(), path(policy));
  }

  private String named(IrPolicy policy) {
    return "[`%s`](%s)".formatted(shortName(policy), path(policy));
  }

  private static String path(IrPolicy policy) {
    return policy.id() + ".md";
  }

  private static String shortName(IrPolicy policy) {
    return policy.id().substring(policy.id().indexOf('/') + 1);
  }

  private static String severity(IrPolicy policy) {
    return policy.metadata().severity().word();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
