package dev.taffrail.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout of printed diagnostics, to the column. */
class DiagnosticRendererTest {
  private static String render(Diagnostic diagnostic) {
    return DiagnosticRenderer.plain().render(diagnostic);
  }

  /** A source whose text is in lines behind {@code before} empty ones. */
  private static SourceFile source(int before, String... lines) {
    return SourceFile.of("limits.rail", "\n".repeat(before) + String.join("\n", lines) + "\n");
  }

  /** The first place of some text. */
  private static Span find(SourceFile source, String text) {
    int start = source.text().indexOf(text);
    return source.span(start, start + text.length());
  }

  @Test
  void aLabelAndCodeInTheHelp() {
    var source = source(8, "    require c.resources.limits.memory <= maxMemory");
    assertEquals(
        """
        error[E0101]: this can be missing, and you have not said what that means
          ┌─ limits.rail:9:13
        9 │     require c.resources.limits.memory <= maxMemory
          │             ^^^^^^^^^^^^^^^^^^^^^^^^^ is `Quantity?`: a container may have no memory limit
          = A missing value never passes silently in Taffrail. Choose one:
              c.resources.limits.memory!              missing is a violation
              c.resources.limits.memory ?? 0          missing counts as 0
        """,
        render(
            Diagnostic.of(
                    DiagnosticCode.E0101,
                    find(source, "c.resources.limits.memory"),
                    "this can be missing, and you have not said what that means")
                .label("is `Quantity?`: a container may have no memory limit")
                .help(
                    "A missing value never passes silently in Taffrail. Choose one:",
                    "  c.resources.limits.memory!              missing is a violation",
                    "  c.resources.limits.memory ?? 0          missing counts as 0")));
  }

  @Test
  void aSecondPlaceOnTheSameLineHangsBelow() {
    var source = source(4, "    require limit <= \"10Gi\"");
    assertEquals(
        """
        error[E0104]: text cannot be ordered like a quantity
          ┌─ limits.rail:5:22
        5 │     require limit <= "10Gi"
          │             -----    ^^^^^^ this is `String`
          │             │ this is `Quantity`
          = Write the quantity without quotes: 10Gi
        """,
        render(
            Diagnostic.of(
                    DiagnosticCode.E0104,
                    find(source, "\"10Gi\""),
                    "text cannot be ordered like a quantity")
                .label("this is `String`")
                .related(find(source, "limit"), "this is `Quantity`")
                .help("Write the quantity without quotes: 10Gi")));
  }

  @Test
  void thePrimaryPlaceMayStandLeft() {
    var source = source(11, "fn depth(x: Json) -> Int = 1 + depth(x)");
    assertEquals(
        """
        error[E0108]: functions may not call themselves
           ┌─ limits.rail:12:4
        12 │ fn depth(x: Json) -> Int = 1 + depth(x)
           │    ^^^^^                       ----- here
           = Taffrail programs always end.
        """,
        render(
            Diagnostic.of(
                    DiagnosticCode.E0108,
                    find(source, "depth"),
                    "functions may not call themselves")
                .related(
                    source.span(
                        source.text().lastIndexOf("depth"), source.text().lastIndexOf("depth") + 5),
                    "here")
                .help("Taffrail programs always end.")));
  }

  @Test
  void threePlacesHangFromRightToLeft() {
    var source = source(0, "one two three");
    assertEquals(
        """
        error[E0001]: message
          ┌─ limits.rail:1:5
        1 │ one two three
          │ --- ^^^ ----- third
          │ │   │ second
          │ │ first
        """,
        render(
            Diagnostic.of(DiagnosticCode.E0001, find(source, "two"), "message")
                .label("second")
                .related(find(source, "one"), "first")
                .related(find(source, "three"), "third")));
  }

  @Test
  void placesOnOtherLinesAreShownInTheirOrder() {
    var source = source(0, "one", "two", "three", "four", "five", "six", "seven");
    assertEquals(
        """
        warning[W0201]: message
          ┌─ limits.rail:3:1
        1 │ one
          │ --- first
        2 │ two
        3 │ three
          │ ^^^^^
          ·
        7 │ seven
          │ ----- last
        """,
        render(
            Diagnostic.of(DiagnosticCode.W0201, find(source, "three"), "message")
                .related(find(source, "seven"), "last")
                .related(find(source, "one"), "first")));
  }

  @Test
  void placesInOtherFilesFollow() {
    var source = source(0, "one");
    var other = SourceFile.of("other.rail", "\n".repeat(99) + "  two");
    assertEquals(
        """
        error[E0115]: message
            ┌─ limits.rail:1:1
          1 │ one
            │ ^^^ here
            ┌─ other.rail:100:3
        100 │   two
            │   --- and there
        """,
        render(
            Diagnostic.of(DiagnosticCode.E0115, find(source, "one"), "message")
                .label("here")
                .related(find(other, "two"), "and there")));
  }

  @Test
  void aPlaceOfSeveralLinesIsUnderlinedAtBothEnds() {
    var source = source(0, "let x = [", "  1,", "  2,", "  3", "  ] + 4");
    var text = source.text();
    assertEquals(
        """
        error[E0001]: message
          ┌─ limits.rail:1:9
        1 │ let x = [
          │         ^
          ·
        5 │   ] + 4
          │   ^ a list
        """,
        render(
            Diagnostic.of(
                    DiagnosticCode.E0001,
                    source.span(text.indexOf('['), text.indexOf(']') + 1),
                    "message")
                .label("a list")));
  }

  @Test
  void anEmptyPlaceIsOneCaret() {
    var source = source(0, "require");
    assertEquals(
        """
        error[E0001]: message
          ┌─ limits.rail:1:8
        1 │ require
          │        ^ here
        """,
        render(Diagnostic.of(DiagnosticCode.E0001, source.span(7, 7), "message").label("here")));
  }

  @Test
  void theEndOfTheFileHasAPlace() {
    var source = source(0, "require");
    assertEquals(
        """
        error[E0001]: message
          ┌─ limits.rail:2:1
        2 │
          │ ^
        """,
        render(Diagnostic.of(DiagnosticCode.E0001, source.span(8, 8), "message")));
  }

  @Test
  void tabsWideAndCombiningCharactersKeepTheirColumns() {
    var source = SourceFile.of("limits.rail", "\ta\t漢字 e\u0301 x");
    assertEquals(
        """
        error[E0003]: message
          ┌─ limits.rail:1:10
        1 │     a   漢字 e\u0301 x
          │                ^ here
        """,
        render(Diagnostic.of(DiagnosticCode.E0003, find(source, "x"), "message").label("here")));
  }

  @Test
  void whatATerminalWouldObeyIsSpeltOut() {
    var source = SourceFile.of("limits.rail", "a \u001B[31m \u202E x");
    assertEquals(
        """
        error[E0003]: bad <U+001B>[0m
          ┌─ limits.rail:1:11
        1 │ a <U+001B>[31m <U+202E> x
          │                         ^ label<U+202E>
          = help <U+0007>
        """,
        render(
            Diagnostic.of(DiagnosticCode.E0003, find(source, "x"), "bad \u001B[0m")
                .label("label\u202E")
                .help("help \u0007")));
  }

  @Test
  void ofALongLineOnlyTheSurroundingsAreShown() {
    var source = SourceFile.of("limits.rail", "a ".repeat(500) + "HERE" + " b".repeat(500));
    assertEquals(
        """
        error[E0001]: message
          ┌─ limits.rail:1:1001
        1 │ …a a a a a a a a a a a a a a a a a a a a HERE b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b…
          │                                          ^^^^ here
        """,
        render(Diagnostic.of(DiagnosticCode.E0001, find(source, "HERE"), "message").label("here")));
  }

  @Test
  void coloursCoverOnlyWhatTheyMean() {
    var source = source(0, "one two");
    assertEquals(
        "§1;31m error[E0001]§0m §1m : message§0m \n"
            + "  §36m ┌─§0m  limits.rail:1:5\n"
            + "§36m 1 │§0m  one two\n"
            + "§36m   │§0m  §1;34m ---§0m  §1;31m ^^^§0m  §1;31m primary§0m \n"
            + "§36m   │§0m  §1;34m │ secondary§0m \n",
        DiagnosticRenderer.coloured()
            .render(
                Diagnostic.of(DiagnosticCode.E0001, find(source, "two"), "message")
                    .label("primary")
                    .related(find(source, "one"), "secondary"))
            .replaceAll("\u001B\\[([0-9;]*)m", "§$1m "));
  }

  @Test
  void anEmptyLineStandsBetweenTwo() {
    var source = source(0, "one");
    var diagnostic = Diagnostic.of(DiagnosticCode.E0001, find(source, "one"), "message");
    var once = render(diagnostic);
    assertEquals(
        once + "\n" + once, DiagnosticRenderer.plain().render(List.of(diagnostic, diagnostic)));
  }
}
