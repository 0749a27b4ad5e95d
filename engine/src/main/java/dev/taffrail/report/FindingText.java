package dev.taffrail.report;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Waiver;
import dev.taffrail.source.DisplayWidth;
import dev.taffrail.source.Excerpt;
import dev.taffrail.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One finding as people read it: place, severity, policy, object, message and source line. */
final class FindingText {
  /** Wider text breaks badly in the windows that people have side by side. */
  private static final int PAGE = 100;

  private final Paint paint;
  private final boolean verbose;

  FindingText(Paint paint, boolean verbose) {
    this.paint = paint;
    this.verbose = verbose;
  }

  /** Some lines, each with its line end. */
  String of(Finding finding) {
    var out = new StringBuilder();
    out.append(paint.strong(Printable.line(finding.span().toString())));
    out.append("  ").append(paint(finding, weight(finding)));
    if (finding.outcome() != Outcome.WAIVED && finding.enforcement() != Enforcement.DENY) {
      out.append(' ').append(paint.faint("(" + finding.enforcement().word() + ")"));
    }
    out.append("  ").append(paint.strong(Printable.line(finding.shortName()))).append('\n');

    String who = finding.object().map(object -> object.title() + ": ").orElse("");
    appendMessage(who + finding.message(), out);
    appendSource(finding, out);
    for (Finding.Related related : finding.related()) {
      out.append("  related: ").append(Printable.line(related.span().toString())).append("  ");
      out.append(Printable.line(related.object().title() + ": " + related.message())).append('\n');
    }
    return out.toString();
  }

  /** Object, message and what to do, for formats that show one text beside the line. */
  static String withAdvice(Finding finding) {
    String who = finding.object().map(object -> object.title() + ": ").orElse("");
    String advice = finding.remediation().isBlank() ? finding.expected() : finding.remediation();
    String waived = finding.waiver().map(Waiver::words).orElse("");
    String whole =
        who + finding.message().strip() + "\n" + (waived.isEmpty() ? advice.strip() : waived);
    return whole.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  private static String weight(Finding finding) {
    return switch (finding.outcome()) {
      case ERROR -> finding.code().map(code -> "error[%s]".formatted(code.word())).orElse("error");
      case WAIVED -> "waived";
      case VIOLATION, PASS, NOT_APPLICABLE -> finding.severity().word();
    };
  }

  private String paint(Finding finding, String words) {
    return switch (finding.outcome()) {
      case ERROR -> paint.error(words);
      case WAIVED -> paint.faint(words);
      case VIOLATION, PASS, NOT_APPLICABLE -> paint.severity(finding.severity(), words);
    };
  }

  private static void appendMessage(String message, StringBuilder out) {
    String indent = "  ";
    for (String line : message.stripTrailing().split("\r\n|\r|\n", -1)) {
      out.append((indent + Printable.line(line)).stripTrailing()).append('\n');
      indent = "    ";
    }
  }

  private void appendSource(Finding finding, StringBuilder out) {
    String number = Integer.toString(finding.span().startPosition().line());
    String blank = "  " + " ".repeat(number.length());
    int room = PAGE - blank.length() - 3;
    Excerpt excerpt = Excerpt.of(finding.span(), room);
    var below = new ArrayList<String>(advice(finding));

    if (finding.concealed()) {
      out.append(paint.margin("  " + number + " |")).append(" (not shown: it may hold a secret)\n");
    } else if (!excerpt.text().isBlank()) {
      out.append(paint.margin("  " + number + " |")).append(' ');
      out.append(excerpt.text().stripTrailing()).append('\n');
      out.append(paint.margin(blank + " |")).append(' ').append(" ".repeat(excerpt.column()));
      out.append(paint(finding, "^".repeat(excerpt.width())));
      int used = excerpt.column() + excerpt.width() + 1;
      if (!below.isEmpty() && used + DisplayWidth.of(below.getFirst()) <= room) {
        out.append(' ').append(paint(finding, below.removeFirst()));
      }
      out.append('\n');
    }
    if (finding.waiver().isEmpty() && !finding.enforcementReason().isEmpty()) {
      below.add(oneLine("enforced as " + finding.enforcementReason()));
    }
    if (verbose) {
      below.addAll(details(finding));
    }
    for (String line : below) {
      appendWrapped(line, blank, room, out);
    }
  }

  /** What to do comes first; it stands beside the underline if there is room. */
  private List<String> advice(Finding finding) {
    if (finding.waiver().isPresent()) {
      return waiver(finding.waiver().get());
    }
    return Stream.of(finding.remediation(), finding.expected())
        .filter(words -> !words.isBlank())
        .limit(verbose ? 2 : 1)
        .map(FindingText::oneLine)
        .toList();
  }

  private static List<String> waiver(Waiver waiver) {
    String approved = waiver.approvedBy().map(who -> ", approved by " + who).orElse("");
    return List.of(
        oneLine(waiver.words() + approved), oneLine("waiver at " + waiver.span().toString()));
  }

  private static List<String> details(Finding finding) {
    var lines = new ArrayList<String>();
    lines.add("policy " + Printable.line(finding.policy()) + ruleAndControls(finding));
    finding.origin().ifPresent(span -> lines.add("checked at " + Printable.line(span.toString())));
    if (!finding.path().isEmpty()) {
      lines.add("path " + Printable.line(finding.path()));
    }
    finding
        .object()
        .ifPresent(object -> lines.add("apiVersion " + Printable.line(object.apiVersion())));
    return List.copyOf(lines);
  }

  private static String ruleAndControls(Finding finding) {
    String rule = finding.rule().map(name -> ", rule " + Printable.line(name)).orElse("");
    String controls =
        finding.controls().stream()
            .map(control -> Printable.line(control.framework() + " " + control.id()))
            .collect(Collectors.joining(", "));
    return rule + (controls.isEmpty() ? "" : " (" + controls + ")");
  }

  private static String oneLine(String words) {
    return Printable.line(words.strip().replaceAll("\\s+", " "));
  }

  private void appendWrapped(String words, String blank, int room, StringBuilder out) {
    String lead = paint.margin(blank + " =") + " ";
    int used = 0;
    out.append(lead);
    for (String word : words.split(" ")) {
      int width = DisplayWidth.of(word);
      if (used > 0 && used + 1 + width > room) {
        out.append('\n').append(blank).append("   ");
        used = 0;
      } else if (used > 0) {
        out.append(' ');
        used++;
      }
      out.append(word);
      used += width;
    }
    out.append('\n');
  }
}
