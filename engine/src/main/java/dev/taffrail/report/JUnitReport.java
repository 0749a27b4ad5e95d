package dev.taffrail.report;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.ObjectRef;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Waiver;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML for the test pages of CI servers: a suite a file, a failed test a violation, a test
 * with an error an error outcome, a skipped test a document that was left out.
 *
 * <p>Rules that passed are not tests of their own: there are hundreds for each object, and pages
 * would drown in them. One test that always passes keeps a run without findings from being an empty
 * report, which some servers take for a failure.
 */
public final class JUnitReport implements ReportWriter {
  private static final String INDENT = "  ";

  /** What is known of one file. */
  private record Suite(List<Finding> findings, List<Note> notes) {
    Suite() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    long count(Outcome outcome) {
      return findings.stream().filter(f -> f.outcome() == outcome && !isMild(f)).count();
    }

    /** What does not fail: documents that were left out, what is waived, what only warns. */
    long skipped() {
      return notes.size() + findings.stream().filter(JUnitReport::isMild).count();
    }

    int tests() {
      return findings.size() + notes.size();
    }
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      writeSuites(report, xml);
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

  private static void writeSuites(Report report, XMLStreamWriter xml) throws XMLStreamException {
    Map<String, Suite> suites = suites(report);
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "taffrail");
    xml.writeAttribute("tests", Integer.toString(1 + count(suites, Suite::tests)));
    xml.writeAttribute("failures", Long.toString(total(suites, Outcome.VIOLATION)));
    xml.writeAttribute("errors", Long.toString(total(suites, Outcome.ERROR)));
    writeRun(report, xml);
    for (var entry : suites.entrySet()) {
      writeSuite(entry.getKey(), entry.getValue(), xml);
    }
    line(xml, 0);
    xml.writeEndElement();
  }

  private static Map<String, Suite> suites(Report report) {
    var suites = new LinkedHashMap<String, Suite>();
    for (Finding finding : report.findings()) {
      suite(suites, finding.span().source()).findings().add(finding);
    }
    for (Note note : report.notes()) {
      suite(suites, note.span().source()).notes().add(note);
    }
    return suites;
  }

  private static Suite suite(Map<String, Suite> suites, SourceFile file) {
    return suites.computeIfAbsent(file.name(), name -> new Suite());
  }

  private static int count(Map<String, Suite> suites, ToIntFunction<Suite> what) {
    return suites.values().stream().mapToInt(what).sum();
  }

  private static long total(Map<String, Suite> suites, Outcome outcome) {
    return suites.values().stream().mapToLong(suite -> suite.count(outcome)).sum();
  }

  private static void writeRun(Report report, XMLStreamWriter xml) throws XMLStreamException {
    startSuite("taffrail", new Suite(), 1, xml);
    startCase("taffrail", "run", xml);
    line(xml, 3);
    xml.writeStartElement("system-out");
    xml.writeCharacters(SummaryLine.of(report));
    for (NotJudged policy : report.notJudged()) {
      xml.writeCharacters(
          XmlText.legal("\nnot judged: %s; %s".formatted(policy.message(), policy.help())));
    }
    xml.writeEndElement();
    endCase(xml);
    endSuite(xml);
  }

  private static void writeSuite(String name, Suite suite, XMLStreamWriter xml)
      throws XMLStreamException {
    startSuite(name, suite, suite.tests(), xml);
    var names = new Names();
    var text = new FindingText(new Paint(false), false);
    for (Finding finding : suite.findings()) {
      String policy = finding.policy() + finding.rule().map(rule -> "/" + rule).orElse("");
      startCase(policy, names.unique(policy, nameOf(finding)), xml);
      if (isMild(finding)) {
        line(xml, 3);
        xml.writeEmptyElement("skipped");
        attribute("message", whyMild(finding), xml);
      } else {
        writeFailure(finding, text.of(finding), xml);
      }
      endCase(xml);
    }
    for (Note note : suite.notes()) {
      int line = note.span().startPosition().line();
      startCase("taffrail", names.unique("taffrail", "document at line " + line), xml);
      line(xml, 3);
      xml.writeEmptyElement("skipped");
      attribute("message", note.message(), xml);
      endCase(xml);
    }
    endSuite(xml);
  }

  private static void writeFailure(Finding finding, String text, XMLStreamWriter xml)
      throws XMLStreamException {
    boolean isError = finding.outcome() == Outcome.ERROR;
    line(xml, 3);
    xml.writeStartElement(isError ? "error" : "failure");
    attribute("message", finding.message(), xml);
    attribute(
        "type",
        finding.code().isPresent() ? finding.code().get().word() : finding.severity().word(),
        xml);
    xml.writeCharacters(XmlText.legal("\n" + text));
    xml.writeEndElement();
  }

  /** Servers fail a build for every failed test, so only what the status counts is one. */
  private static boolean isMild(Finding finding) {
    return finding.outcome() == Outcome.WAIVED || finding.enforcement() != Enforcement.DENY;
  }

  private static String whyMild(Finding finding) {
    String why = finding.waiver().map(Waiver::words).orElse(finding.enforcement().word());
    return why + ": " + finding.message();
  }

  private static String nameOf(Finding finding) {
    String object = finding.object().map(ObjectRef::title).orElse(finding.message());
    return finding.path().isEmpty() ? object : object + " " + finding.path();
  }

  private static void startSuite(String name, Suite suite, int tests, XMLStreamWriter xml)
      throws XMLStreamException {
    line(xml, 1);
    xml.writeStartElement("testsuite");
    attribute("name", name, xml);
    attribute("tests", Integer.toString(tests), xml);
    attribute("failures", Long.toString(suite.count(Outcome.VIOLATION)), xml);
    attribute("errors", Long.toString(suite.count(Outcome.ERROR)), xml);
    attribute("skipped", Long.toString(suite.skipped()), xml);
    attribute("time", "0", xml);
  }

  private static void endSuite(XMLStreamWriter xml) throws XMLStreamException {
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void startCase(String className, String name, XMLStreamWriter xml)
      throws XMLStreamException {
    line(xml, 2);
    xml.writeStartElement("testcase");
    attribute("classname", className, xml);
    attribute("name", name, xml);
    attribute("time", "0", xml);
  }

  private static void endCase(XMLStreamWriter xml) throws XMLStreamException {
    line(xml, 2);
    xml.writeEndElement();
  }

  /** Parsers turn a line end in an attribute into a blank, so write the blank. */
  private static void attribute(String name, String value, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(value.strip().replaceAll("[\r\n\t]+", " ")));
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + INDENT.repeat(depth));
  }

  /** Servers tell tests apart by class and name: the second of a name gets a number. */
  private static final class Names {
    private final Map<String, Integer> uses = new TreeMap<>();

    String unique(String className, String name) {
      int use = uses.merge(className + "\n" + name, 1, Integer::sum);
      return use == 1 ? name : name + " (" + use + ")";
    }
  }
}
