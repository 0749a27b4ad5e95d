package dev.taffrail.testing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.PolicyEngine;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.report.JsonText;
import dev.taffrail.source.Position;
import dev.taffrail.source.Printable;
import dev.taffrail.source.Span;
import dev.taffrail.testing.Coverage.Seen;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Coverage as text for people, JSON, or the tracefile of lcov. */
public final class CoverageReport {
  private static final int LONGEST_TEXT = 60;

  private final Coverage coverage;
  private final List<Seen> points;

  public CoverageReport(Coverage coverage) {
    this.coverage = coverage;
    this.points = coverage.points();
  }

  /** The counts, and each way that no test has seen. */
  public void text(Writer out) throws IOException {
    out.write(
        "coverage of %s: checks %s, absence %s\n"
            .formatted(
                TestSummary.number(coverage.policyCount(), "policy", "policies"),
                share(CoveragePoint::isCheck),
                share(point -> !point.isCheck())));
    for (IrPolicy policy : coverage.untested()) {
      Position start = policy.span().startPosition();
      out.write(
          "  %s:%d:%d  %s has no test\n"
              .formatted(policy.span().source().name(), start.line(), start.column(), policy.id()));
    }
    for (Seen seen : points) {
      if (!seen.whole() && !seen.untested()) {
        Position start = seen.point().span().startPosition();
        out.write(
            "  %s:%d:%d  %s: %s\n"
                .formatted(
                    seen.point().span().source().name(),
                    start.line(),
                    start.column(),
                    missing(seen),
                    shortText(seen.point().span())));
      }
    }
    out.flush();
  }

  private String share(Predicate<CoveragePoint> which) {
    return sum(which, Seen::covered) + " of " + sum(which, Seen::demanded);
  }

  private int sum(Predicate<CoveragePoint> which, ToIntFunction<Seen> count) {
    return points.stream().filter(seen -> which.test(seen.point())).mapToInt(count).sum();
  }

  private static String missing(Seen seen) {
    var kind = seen.point().kind();
    var never = new ArrayList<String>();
    if (seen.firstDemanded() && seen.first() == 0) {
      never.add(kind.first());
    }
    if (seen.second() == 0) {
      never.add(kind.second());
    }
    return seen.first() + seen.second() == 0
        ? kind.words() + " never reached"
        : kind.words() + " never " + String.join(" nor ", never);
  }

  private static String shortText(Span span) {
    return Printable.shortened(span.text().replaceAll("\\s+", " "), LONGEST_TEXT);
  }

  /** One object with the counts and every point. */
  public void json(Writer out) throws IOException {
    JsonGenerator json = JsonText.generator(out);
    json.writeStartObject();
    json.writeStringField("version", PolicyEngine.VERSION);
    json.writeObjectFieldStart("summary");
    counts("checks", CoveragePoint::isCheck, json);
    counts("absence", point -> !point.isCheck(), json);
    json.writeEndObject();
    json.writeArrayFieldStart("points");
    for (Seen seen : points) {
      point(seen, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private void counts(String name, Predicate<CoveragePoint> which, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("ways", sum(which, Seen::demanded));
    json.writeNumberField("seen", sum(which, Seen::covered));
    json.writeEndObject();
  }

  private static void point(Seen seen, JsonGenerator json) throws IOException {
    Span span = seen.point().span();
    var kind = seen.point().kind();
    json.writeStartObject();
    json.writeStringField("kind", kind.words().replace("`", ""));
    json.writeStringField("file", span.source().name());
    json.writeNumberField("line", span.startPosition().line());
    json.writeNumberField("column", span.startPosition().column());
    json.writeNumberField("endLine", span.endPosition().line());
    json.writeNumberField("endColumn", span.endPosition().column());
    json.writeStringField("text", span.text());
    if (seen.firstDemanded()) {
      json.writeNumberField(kind.first(), seen.first());
    }
    json.writeNumberField(kind.second(), seen.second());
    json.writeEndObject();
  }

  /** Each point is a branch of the line it starts on. */
  public void lcov(Writer out) throws IOException {
    for (var file : byFile().entrySet()) {
      out.write("TN:\nSF:" + file.getKey() + "\n");
      lines(file.getValue(), out);
      branches(file.getValue(), out);
      out.write("end_of_record\n");
    }
    out.flush();
  }

  private Map<String, List<Seen>> byFile() {
    var files = new LinkedHashMap<String, List<Seen>>();
    for (Seen seen : points) {
      files.computeIfAbsent(seen.point().span().source().name(), f -> new ArrayList<>()).add(seen);
    }
    return files;
  }

  private static int line(Seen seen) {
    return seen.point().span().startPosition().line();
  }

  private static void lines(List<Seen> points, Writer out) throws IOException {
    var hits = new TreeMap<Integer, Long>();
    points.forEach(seen -> hits.merge(line(seen), seen.first() + seen.second(), Long::max));
    for (var hit : hits.entrySet()) {
      out.write("DA:" + hit.getKey() + "," + hit.getValue() + "\n");
    }
    out.write("LF:" + hits.size() + "\n");
    out.write("LH:" + hits.values().stream().filter(n -> n > 0).count() + "\n");
  }

  private static void branches(List<Seen> points, Writer out) throws IOException {
    var blocks = new TreeMap<Integer, Integer>();
    int found = 0;
    int hit = 0;
    for (Seen seen : points) {
      int block = blocks.merge(line(seen), 1, Integer::sum) - 1;
      boolean reached = seen.first() + seen.second() > 0;
      int branch = 0;
      if (seen.firstDemanded()) {
        branch(seen, block, branch++, reached, seen.first(), out);
      }
      branch(seen, block, branch, reached, seen.second(), out);
      found += seen.demanded();
      hit += seen.covered();
    }
    out.write("BRF:" + found + "\nBRH:" + hit + "\n");
  }

  private static void branch(
      Seen seen, int block, int branch, boolean reached, long count, Writer out)
      throws IOException {
    out.write(
        "BRDA:%d,%d,%d,%s\n"
            .formatted(line(seen), block, branch, reached ? Long.toString(count) : "-"));
  }
}
