package dev.taffrail.compiler.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.runtime.read.ContextualDefaults;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/defaults.md} is written from the overlay. */
class DefaultsPageTest {
  private static final String HEAD =
      """
      # What an unset field means

      Made from the overlay of the schema; `mvn test -Dgolden=update -Dtest=DefaultsPageTest` writes it anew. Every field of the tables has
      a value when it is not set: reading it gives that value, `is set` asks what was written. Other fields may be missing, unless the
      schema requires them or they are lists or maps. [language.md](language.md#absence) says what follows.

      - *transparent*: the absent record means the same as an empty one, so the values hold behind it too.
      - *zero too*: a written zero value (`""`, 0, `false`, an empty list) counts as not set, since the API server cannot tell them apart.
      - *Versions*: the Kubernetes versions the line is about; empty for all of them.
      - The source is a file or page of Kubernetes, with the place in it.
      """;

  /** What the rules compute, in words. */
  private static final Map<String, String> RULES = new TreeMap<>();

  static {
    RULES.put("autoscalerMetrics", "80 % of the requested CPU");
    RULES.put("hostPort", "`containerPort` in a pod with `hostNetwork`, else 0");
    RULES.put(
        "imagePullPolicy",
        "`\"Always\"` if the tag is `latest` or there is neither tag nor digest, else `\"IfNotPresent\"`");
    RULES.put(
        "imageVolumePullPolicy",
        "`\"Always\"` if the tag is `latest` or there is neither tag nor digest, else `\"IfNotPresent\"`");
    RULES.put("jobBackoffLimit", "2147483647 with `backoffLimitPerIndex`, else 6");
    RULES.put(
        "jobPodReplacementPolicy",
        "`\"Failed\"` with `podFailurePolicy`, else `\"TerminatingOrFailed\"`");
    RULES.put(
        "kubeletEvictionHard",
        "the thresholds of the kubelet: `memory.available` 100Mi, `nodefs.available` 10%, `nodefs.inodesFree` 5%, `imagefs.available` 15%, `imagefs.inodesFree` 5%");
    RULES.put("policyTypes", "`[\"Ingress\"]`, and `\"Egress\"` if there are egress rules");
    RULES.put(
        "proxyHealthzAddress",
        "`\"0.0.0.0:10256\"`, or `\"[::]:10256\"` if `bindAddress` is an IPv6 address");
    RULES.put(
        "proxyMetricsAddress",
        "`\"127.0.0.1:10249\"`, or `\"[::1]:10249\"` if `bindAddress` is an IPv6 address");
    RULES.put(
        "pullVerificationIfEnabled",
        "`\"NeverVerifyPreloadedImages\"` with the feature gate `KubeletEnsureSecretPulledImages`, else `\"NeverVerify\"`");
    RULES.put(
        "pullVerificationUnlessDisabled",
        "`\"NeverVerifyPreloadedImages\"`; `\"NeverVerify\"` if the feature gate `KubeletEnsureSecretPulledImages` is off");
    RULES.put("serviceAccountName", "`serviceAccount` if that is set, else `\"default\"`");
    RULES.put("subjectGroup", "`\"\"` for a ServiceAccount, else `\"rbac.authorization.k8s.io\"`");
    RULES.put("targetPort", "`port`");
    RULES.put("templateLabels", "the labels of the pod template");
    RULES.put("webhookFailurePolicy", "`\"Fail\"`; `\"Ignore\"` in `v1beta1`");
    RULES.put("webhookMatchPolicy", "`\"Equivalent\"`; `\"Exact\"` in `v1beta1`");
    RULES.put("webhookTimeout", "10; 30 in `v1beta1`");
  }

  @Test
  void thePageIsWhatTheOverlaySays() {
    var page = new StringBuilder(HEAD);
    Overlay overlay = Overlay.loaded();
    var byTitle = new TreeMap<String, OverlayRecord>();
    for (String id : overlay.definitionIds()) {
      byTitle.put(title(id), overlay.record(id));
    }
    byTitle.forEach((title, record) -> page.append(section(title, record)));
    GoldenFiles.assertMatches(ProjectFolders.root().resolve("docs/defaults.md"), page.toString());
  }

  @Test
  void everyRuleHasWords() {
    assertEquals(ContextualDefaults.names(), RULES.keySet());
  }

  private static String title(String id) {
    var home = SchemaPackage.ofDefinition(id);
    String name = id.substring(id.lastIndexOf('.') + 1);
    return "%s (%s/%s)".formatted(name, home.alias(), home.version());
  }

  /** Nothing for a record about which only types are known. */
  private static String section(String title, OverlayRecord record) {
    var rows = new ArrayList<String>();
    for (OverlayEntry entry : record.entries()) {
      entry.unset().ifPresent(unset -> rows.add(row(entry, unset)));
    }
    if (rows.isEmpty() && record.transparency().isEmpty()) {
      return "";
    }
    return "\n## %s\n".formatted(title)
        + record
            .transparency()
            .map(source -> "\nTransparent: %s.\n".formatted(cell(source)))
            .orElse("")
        + table(rows);
  }

  private static String table(List<String> rows) {
    return rows.isEmpty()
        ? ""
        : "\n| Field | Unset means | Versions | Source |\n|---|---|---|---|\n"
            + rows.stream().collect(Collectors.joining());
  }

  private static String row(OverlayEntry entry, OverlayEntry.Unset unset) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            entry.field(),
            meaning(unset) + (entry.zeroIsUnset() ? "; zero too" : ""),
            entry.versions().map(DefaultsPageTest::versions).orElse(""),
            cell(entry.source()));
  }

  private static String versions(String range) {
    return range.endsWith("-") ? "since " + range.substring(0, range.length() - 1) : range;
  }

  private static String meaning(OverlayEntry.Unset unset) {
    return switch (unset) {
      case OverlayEntry.Unset.Constant constant -> "`%s`".formatted(cell(constant.json()));
      case OverlayEntry.Unset.Rule rule ->
          Optional.ofNullable(RULES.get(rule.name())).orElse("an empty record");
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
