package dev.taffrail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.PolicyDescription;
import dev.taffrail.finding.Severity;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules that the findings of a report name, in the order of their ids. */
final class SarifRules {
  private static final Pattern WEB = Pattern.compile("https?://[!-~&&[^\\s\"<>\\\\^`{|}]]+");

  /** What the findings of one rule tell of it. */
  private static final class Rule {
    private final Finding first;
    private Severity worst;
    private final Set<String> tags = new TreeSet<>();

    Rule(Finding first) {
      this.first = first;
      this.worst = first.severity();
    }

    void add(Finding finding) {
      if (finding.severity().compareTo(worst) > 0) {
        worst = finding.severity();
      }
      for (Control control : finding.controls()) {
        tags.add(control.framework() + ":" + control.id());
      }
    }
  }

  private final Map<String, Rule> rules = new TreeMap<>();
  private final List<String> ids;
  private final Map<String, PolicyDescription> descriptions = new HashMap<>();

  /**
   * @param policies what authors say about the policies of the findings, and others
   */
  SarifRules(List<Finding> findings, List<PolicyDescription> policies) {
    policies.forEach(policy -> descriptions.put(policy.policy(), policy));
    for (Finding finding : findings) {
      rules.computeIfAbsent(id(finding), id -> new Rule(finding)).add(finding);
    }
    ids = List.copyOf(rules.keySet());
  }

  static String id(Finding finding) {
    return finding.policy() + finding.rule().map(rule -> "/" + rule).orElse("");
  }

  static String level(Finding finding) {
    if (finding.enforcement() == Enforcement.AUDIT) {
      return "note";
    }
    String level = finding.outcome() == Outcome.ERROR ? "error" : level(finding.severity());
    boolean isMild = finding.enforcement() != Enforcement.DENY;
    return isMild && level.equals("error") ? "warning" : level;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  /** The number from which code scanning services make their own word; each maps to ours. */
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
      case INFO -> "0.0";
    };
  }

  int index(Finding finding) {
    return Collections.binarySearch(ids, id(finding));
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (var entry : rules.entrySet()) {
      writeRule(entry.getKey(), entry.getValue(), json);
    }
    json.writeEndArray();
  }

  private void writeRule(String id, Rule rule, JsonGenerator json) throws IOException {
    String title = rule.first.title().isBlank() ? rule.first.shortName() : rule.first.title();
    String remediation = rule.first.remediation().strip();
    var said =
        descriptions.getOrDefault(
            rule.first.policy(),
            new PolicyDescription(rule.first.policy(), "", List.of(), List.of()));
    json.writeStartObject();
    json.writeStringField("id", id);
    writeFormerIds(said, rule.first, json);
    text("shortDescription", title, json);
    String summary = remediation.isEmpty() ? title : title + "\n\n" + remediation;
    text("fullDescription", said.text().isBlank() ? summary : firstParagraph(said.text()), json);
    writeHelp(title, remediation, said.text().strip(), json);
    Optional<String> page = said.references().stream().filter(WEB.asMatchPredicate()).findFirst();
    if (page.isPresent()) {
      json.writeStringField("helpUri", page.get());
    }
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.worst));
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeArrayFieldStart("tags");
    json.writeString("security");
    json.writeString("kubernetes");
    for (String tag : rule.tags) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeStringField("security-severity", score(rule.worst));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** So that services go on with what they know of a finding under the id it had before. */
  private static void writeFormerIds(PolicyDescription said, Finding finding, JsonGenerator json)
      throws IOException {
    if (!said.formerly().isEmpty()) {
      json.writeArrayFieldStart("deprecatedIds");
      for (String former : said.formerly()) {
        json.writeString(former + finding.rule().map(rule -> "/" + rule).orElse(""));
      }
      json.writeEndArray();
    }
  }

  /** What to do first, then what it is about: it is read in this order. */
  private static void writeHelp(
      String title, String remediation, String description, JsonGenerator json) throws IOException {
    String advice = remediation.isEmpty() ? title : remediation;
    json.writeObjectFieldStart("help");
    json.writeStringField("text", description.isEmpty() ? advice : advice + "\n\n" + description);
    if (!description.isEmpty()) {
      json.writeStringField("markdown", "**" + advice + "**\n\n" + description);
    }
    json.writeEndObject();
  }

  private static String firstParagraph(String markdown) {
    return markdown.strip().split("\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ");
  }

  private static void text(String key, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
