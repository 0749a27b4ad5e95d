package dev.taffrail.conformance;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taffrail.finding.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every case on which the two do not agree, as JSON. */
final class Disagreements {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Disagreements() {}

  static String json(List<Comparison> comparisons, Notes notes) throws IOException {
    var root = JSON.createArrayNode();
    for (Comparison comparison : comparisons) {
      if (comparison.result() == Comparison.Result.DISAGREE) {
        root.add(describe(comparison, notes.about(comparison)));
      }
    }
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return JSON.writer(printer).writeValueAsString(root) + "\n";
  }

  private static ObjectNode describe(Comparison comparison, Optional<Note> note) {
    Case expected = comparison.expected();
    var node = JSON.createObjectNode();
    node.put("id", expected.id());
    node.put("source", expected.source());
    node.put("check", expected.check());
    node.put("file", expected.file());
    expected
        .object()
        .ifPresent(
            place -> {
              node.put("document", place.document());
              place.item().ifPresent(item -> node.put("item", item));
            });
    node.put("expect", expected.expectation().name().toLowerCase(Locale.ROOT));
    node.put("reason", comparison.reason());
    note.ifPresent(
        found -> {
          var explained = node.putObject("explained");
          explained.put("reason", found.reason().words());
          explained.put("why", found.why());
          explained.put("place", found.place());
        });
    var findings = node.putArray("findings");
    comparison.findings().forEach(finding -> findings.add(describe(finding)));
    return node;
  }

  private static ObjectNode describe(Finding finding) {
    var node = JSON.createObjectNode();
    node.put("policy", finding.policy());
    finding.rule().ifPresent(rule -> node.put("rule", rule));
    node.put("outcome", finding.outcome().word());
    node.put("place", finding.span().toString());
    node.put("path", finding.path());
    node.put("message", finding.message());
    return node;
  }
}
