package dev.taffrail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The formats of others, held against their schemas. */
class ReportSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Report> reports() {
    return Stream.of(
        AwkwardReport.report(), AwkwardReport.nothingFound(), GovernedReportTest.report());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void sarifIsValid(Report report) throws IOException {
    var text = ReportFormatTest.written(ReportFormat.SARIF, TextOptions.PLAIN, report);
    assertEquals(List.of(), sarifSchema().validate(text, InputFormat.JSON));
  }

  @Test
  void theSarifSchemaIsStrict() throws IOException {
    var text = ReportFormatTest.written(ReportFormat.SARIF, TextOptions.PLAIN, awkward());
    var broken = text.replace("\"ruleIndex\"", "\"ruleNumber\"");
    assertTrue(!sarifSchema().validate(broken, InputFormat.JSON).isEmpty());
  }

  @Test
  void sarifResultsPointToTheirRules() throws IOException {
    JsonNode run = json(ReportFormat.SARIF).at("/runs/0");
    assertEquals(awkward().findings().size(), run.get("results").size());
    for (JsonNode result : run.get("results")) {
      var rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertEquals(rule.get("id"), result.get("ruleId"));
    }
  }

  @Test
  void sarifFingerprintsAreUnique() throws IOException {
    var seen = new HashSet<JsonNode>();
    for (JsonNode result : json(ReportFormat.SARIF).at("/runs/0/results")) {
      assertTrue(seen.add(result.at("/partialFingerprints/taffrailFinding~1v1")), result::toString);
    }
  }

  @Test
  void jsonHasEveryKeyInEveryFinding() throws IOException {
    JsonNode report = json(ReportFormat.JSON);
    assertEquals(awkward().findings().size(), report.get("findings").size());
    var keys =
        List.of(
            "policy",
            "title",
            "rule",
            "outcome",
            "code",
            "severity",
            "enforcement",
            "enforcementReason",
            "message",
            "expected",
            "remediation",
            "object",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "path",
            "controls",
            "related",
            "origin",
            "waiver");
    for (JsonNode finding : report.get("findings")) {
      assertEquals(keys, finding.propertyStream().map(java.util.Map.Entry::getKey).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void junitSuitesAreValid(Report report) throws Exception {
    var validator = junitSchema().newValidator();
    for (Element suite : suites(junit(report))) {
      validator.validate(new DOMSource(suite));
    }
  }

  @Test
  void theJunitSchemaIsStrict() throws Exception {
    var suite = suites(junit(awkward())).getFirst();
    suite.removeAttribute("tests");
    var validator = junitSchema().newValidator();
    assertThrows(SAXException.class, () -> validator.validate(new DOMSource(suite)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void junitCountsAreThoseOfTheSuites(Report report) throws Exception {
    var root = junit(report).getDocumentElement();
    assertEquals("testsuites", root.getTagName());
    for (String count : List.of("tests", "failures", "errors")) {
      int sum = 0;
      for (Element suite : suites(root.getOwnerDocument())) {
        sum += Integer.parseInt(suite.getAttribute(count));
      }
      assertEquals(sum, Integer.parseInt(root.getAttribute(count)), count);
    }
    assertEquals(
        root.getElementsByTagName("testcase").getLength(),
        Integer.parseInt(root.getAttribute("tests")));
  }

  private static Report awkward() {
    return AwkwardReport.report();
  }

  private static JsonNode json(ReportFormat format) throws IOException {
    return JSON.readTree(ReportFormatTest.written(format, TextOptions.PLAIN, awkward()));
  }

  private static Schema sarifSchema() throws IOException {
    try (var in = ReportSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }

  private static javax.xml.validation.Schema junitSchema() throws IOException, SAXException {
    var folder = ProjectFolders.root().resolve("engine/target/junit-schema");
    try (Stream<Path> files = Files.walk(folder)) {
      var schema = files.filter(file -> file.toString().endsWith(".xsd")).findFirst().orElseThrow();
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(schema.toFile());
    }
  }

  private static Document junit(Report report) throws Exception {
    var text = ReportFormatTest.written(ReportFormat.JUNIT, TextOptions.PLAIN, report);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> suites(Document document) {
    NodeList suites = document.getElementsByTagName("testsuite");
    return java.util.stream.IntStream.range(0, suites.getLength())
        .mapToObj(i -> (Element) suites.item(i))
        .toList();
  }
}
