package dev.taffrail.testing;

import dev.taffrail.report.XmlText;
import dev.taffrail.testing.TestResult.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of tests as JUnit XML: a suite a file, a failure a test that failed. */
public final class TestJUnitReport {
  private TestJUnitReport() {}

  public static void write(List<TestResult> results, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "taffrail");
      counts(results, xml);
      for (var suite : byFile(results).entrySet()) {
        suite(suite.getKey(), suite.getValue(), xml);
      }
      line(xml, 0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException problem) {
      if (problem.getNestedException() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(problem);
    }
    out.write('\n');
    out.flush();
  }

  private static Map<String, List<TestResult>> byFile(List<TestResult> results) {
    var files = new LinkedHashMap<String, List<TestResult>>();
    for (TestResult result : results) {
      files.computeIfAbsent(result.span().source().name(), f -> new ArrayList<>()).add(result);
    }
    return files;
  }

  private static void suite(String file, List<TestResult> results, XMLStreamWriter xml)
      throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("testsuite");
    attribute("name", file, xml);
    counts(results, xml);
    attribute("skipped", "0", xml);
    attribute("time", "0", xml);
    for (TestResult result : results) {
      test(result, xml);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void counts(List<TestResult> results, XMLStreamWriter xml)
      throws XMLStreamException {
    TestSummary summary = TestSummary.of(results);
    attribute("tests", Integer.toString(summary.tests()), xml);
    attribute("failures", Integer.toString(summary.failed()), xml);
    attribute("errors", Integer.toString(summary.notRun()), xml);
  }

  private static void test(TestResult result, XMLStreamWriter xml) throws XMLStreamException {
    line(xml, 2);
    if (result.verdict() == Verdict.PASSED) {
      xml.writeEmptyElement("testcase");
      names(result, xml);
      return;
    }
    boolean failed = result.verdict() == Verdict.FAILED;
    xml.writeStartElement("testcase");
    names(result, xml);
    line(xml, 3);
    xml.writeStartElement(failed ? "failure" : "error");
    attribute("message", message(result), xml);
    attribute("type", failed ? "failure" : "error", xml);
    int line = result.span().startPosition().line();
    String place = result.span().source().name() + ":" + line;
    xml.writeCharacters(XmlText.legal("\n" + place + "\n" + TestTextReport.failure(result)));
    xml.writeEndElement();
    line(xml, 2);
    xml.writeEndElement();
  }

  private static String message(TestResult result) {
    return result
        .impossible()
        .orElseGet(
            () ->
                result.expectations().stream()
                    .filter(e -> !e.met())
                    .map(e -> "expected %s, but got %s".formatted(e.words(), e.problem().get()))
                    .findFirst()
                    .orElseThrow());
  }

  private static void names(TestResult result, XMLStreamWriter xml) throws XMLStreamException {
    attribute("classname", result.policy(), xml);
    attribute("name", result.name(), xml);
    attribute("time", "0", xml);
  }

  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(value.strip().replaceAll("[\r\n\t]+", " ")));
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
