package dev.taffrail.object;

import dev.taffrail.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says in words of users what the YAML parser says in words of its grammar.
 *
 * <p>The parser's own text only selects the case; what is shown comes from the text of the file.
 */
final class YamlMistakes {
  private static final Pattern NO_SPACE =
      Pattern.compile("(?:- +)*[A-Za-z_][A-Za-z0-9_./-]*(:)(?![/:]|$)\\S.*");

  private static final Pattern DIGITS = Pattern.compile("escape sequence of ([0-9]+)");

  private final SourceFile source;
  private final String file;
  private final String problem;
  private final String context;
  private final int start;
  private final int at;
  private final int opened;
  private final TextLine line;

  private YamlMistakes(SourceFile source, YamlText text, MarkedYamlEngineException mistake) {
    this.source = source;
    this.file = source.text();
    this.problem = String.valueOf(mistake.getProblem());
    this.context = String.valueOf(mistake.getContext());
    int start = text.offset(0);
    int mark = offset(text, mistake.getProblemMark());
    // what stands behind the end of the document belongs to another one
    this.at = mark == text.end() ? text.trimmed(start, mark) : mark;
    this.start = start;
    this.opened =
        mistake.getContextMark().isPresent() ? offset(text, mistake.getContextMark()) : at;
    this.line = TextLine.at(file, at);
  }

  private static int offset(YamlText text, Optional<Mark> mark) {
    return text.offset(mark.map(Mark::getIndex).orElse(0));
  }

  static UnreadableException describe(
      YamlEngineException mistake, SourceFile source, YamlText text) {
    String file = source.text();
    boolean startsWithDirective = file.startsWith("%", text.offset(0));
    return mistake instanceof MarkedYamlEngineException marked && !startsWithDirective
        ? new YamlMistakes(source, text, marked).describe()
        : directive(file, text.offset(0));
  }

  /** kubectl cuts a file at {@code ---} before it reads it, so a directive has no document. */
  private static UnreadableException directive(String file, int at) {
    return new UnreadableException(
        at,
        TextLine.at(file, at).end(),
        "kubectl reads no YAML directives",
        "remove the line that starts with `%`");
  }

  private UnreadableException describe() {
    int indentation = file.substring(line.start(), line.first()).indexOf('\t');
    if (indentation >= 0) {
      int tab = line.start() + indentation;
      return new UnreadableException(
          tab,
          tab + 1,
          "a tab is used for indentation",
          "indent with spaces; YAML allows no tabs there");
    }
    if (problem.contains("document start")) {
      return here(
          "text follows behind the end of the document", "start the next document with `---`");
    }
    return problem.startsWith("expected") ? expected() : found();
  }

  private UnreadableException expected() {
    if (problem.startsWith("expected <block end>")) {
      return blockEnd();
    }
    if (problem.startsWith("expected ','")) {
      return bracket();
    }
    if (problem.startsWith("expected the node content")) {
      return content();
    }
    if (context.contains("block scalar")) {
      return here(
          "only `-`, `+`, a digit from 1 to 9 or a comment can follow `|` and `>`",
          "start the text on the next line, indented, or quote the value");
    }
    if (problem.startsWith("expected escape sequence")) {
      return escape();
    }
    return other();
  }

  private UnreadableException found() {
    if (problem.startsWith("found unknown escape")) {
      return escape();
    }
    if (context.contains("quoted scalar")) {
      return at(
          opened,
          opened + 1,
          "the quote that opens here is never closed",
          "add the closing quote; inside of `'…'` write an apostrophe as `''`");
    }
    if (problem.startsWith("found character")) {
      String first = character().equals("`") ? "a backtick" : "`" + character() + "`";
      return here("a value cannot start with " + first, "quote the value");
    }
    if (problem.startsWith("mapping values")) {
      return colon();
    }
    if (problem.startsWith("could not find expected ':'")) {
      return noKey();
    }
    if (problem.startsWith("sequence entries")) {
      return line.first() == at
          ? here("a list item does not belong here", "align it with the other items of its list")
          : here(
              "a list cannot start on the line of its key",
              "start the list on the next line, or quote the value");
    }
    if (problem.startsWith("mapping keys")) {
      return here("`?` starts a complex key here", "quote the value");
    }
    if (problem.startsWith("found undefined tag handle")) {
      return here(
          "the tag " + Quoted.of(word()) + " is not declared",
          "remove it, or quote the value if it is text");
    }
    if (context.contains("an anchor") || context.contains("an alias")) {
      return at(
          opened,
          opened + 1,
          "`"
              + file.charAt(opened)
              + "` starts "
              + (context.contains("alias") ? "an alias" : "an anchor")
              + " here and has no name behind it",
          "quote the value if it is meant as text");
    }
    return other();
  }

  private UnreadableException blockEnd() {
    if (at < line.end() && "]},".indexOf(file.charAt(at)) >= 0) {
      return content();
    }
    if (at > line.first() && file.charAt(at - 1) == '\'') {
      return toLineEnd(
          "more text follows behind the end of the value",
          "inside of `'…'` write an apostrophe as `''`; or remove what is behind the value");
    }
    if (at > line.first()) {
      return toLineEnd(
          "more text follows behind the end of the value",
          "quote the whole value, or remove what is behind it");
    }
    if (context.contains("block collection") && !line.content().startsWith("-")) {
      return toLineEnd(
          "this line is no item of the list above it",
          "start it with `- `, or align it with the keys before the list");
    }
    if (line.content().startsWith("- ")
        && line.previous().filter(l -> l.indentation() == line.indentation()).isPresent()) {
      return toLineEnd(
          "this list item stands among the keys of an object",
          "indent it, or put the list's key before it");
    }
    return toLineEnd(
        "the indentation of this line fits none of the lines above it",
        "align it with the key it belongs beside; text of a block `|` has to be indented deeper");
  }

  private UnreadableException bracket() {
    char open = file.charAt(opened);
    String close = open == '[' ? "`]`" : "`}`";
    if (problem.endsWith("<stream end>")) {
      return neverClosed(opened);
    }
    var position = source.position(opened);
    return here(
        "found " + Quoted.of(character()) + " where a comma or " + close + " is needed",
        "the bracket `"
            + open
            + "` opens at "
            + position.line()
            + ":"
            + position.column()
            + "; close it, or quote the value if it is text");
  }

  private UnreadableException neverClosed(int bracket) {
    char open = file.charAt(bracket);
    return at(
        bracket,
        bracket + 1,
        "the bracket `" + open + "` that opens here is never closed",
        "add " + (open == '[' ? "`]`" : "`}`") + ", or quote the value if it is text");
  }

  /** The innermost bracket that is open at the end of the text, quotes not regarded. */
  private int lastOpen() {
    int closed = 0;
    for (int i = at - 1; i >= start; i--) {
      char c = file.charAt(i);
      closed += c == ']' || c == '}' ? 1 : 0;
      if ((c == '[' || c == '{') && closed-- == 0) {
        return i;
      }
    }
    return at;
  }

  private UnreadableException content() {
    if (problem.endsWith("<stream end>'") || problem.endsWith("<stream end>")) {
      int bracket = lastOpen();
      return bracket < at ? neverClosed(bracket) : other();
    }
    return switch (character()) {
      case "]", "}" ->
          here(
              "`" + character() + "` closes a bracket that is not open",
              "remove it, or quote the value");
      case "," ->
          here("there is no value before this comma", "remove the comma, or quote the value");
      default -> here(Quoted.of(character()) + " cannot start a value", "quote the value");
    };
  }

  private UnreadableException escape() {
    int backslash = file.lastIndexOf('\\', at);
    int start = backslash >= line.start() ? backslash : at;
    String escape = file.substring(start, Math.min(start + 2, line.end()));
    Matcher digits = DIGITS.matcher(problem);
    return at(
        start,
        start + escape.length(),
        digits.find()
            ? "the escape `" + escape + "` needs " + digits.group(1) + " hexadecimal digits"
            : "`" + escape + "` is no escape that YAML knows",
        "write a backslash as `\\\\`, or use single quotes");
  }

  private UnreadableException colon() {
    if (file.substring(line.start(), at).contains(": ")) {
      return here("a value cannot contain `: ` unless it is quoted", "quote the value");
    }
    Optional<UnreadableException> noSpace = line.previous().flatMap(this::noSpace);
    if (noSpace.isPresent()) {
      return noSpace.get();
    }
    boolean deeper = line.previous().filter(l -> l.indentation() < line.indentation()).isPresent();
    return deeper
        ? at(
            line.first(),
            line.last(line.first()),
            "this line is indented deeper than the line above it, which has a value already",
            "align it with the key it belongs beside")
        : here("a colon does not belong here", "check the indentation, or quote the value");
  }

  private UnreadableException noKey() {
    TextLine keyLine = TextLine.at(file, opened);
    return noSpace(keyLine)
        .orElseGet(
            () ->
                at(
                    opened,
                    keyLine.last(opened),
                    "this line is neither `key: value` nor an item of a list",
                    "add the colon; text of a block `|` has to be indented deeper than its key"));
  }

  private Optional<UnreadableException> noSpace(TextLine keyLine) {
    Matcher matcher = NO_SPACE.matcher(keyLine.content());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int colon = keyLine.first() + matcher.start(1);
    return Optional.of(
        at(
            colon,
            colon + 1,
            "a colon needs a space behind it to end a key",
            "write " + Quoted.of(keyLine.content().substring(0, matcher.end(1)) + " …")));
  }

  private UnreadableException other() {
    return here(
        "this is not valid YAML", "check quotes and indentation here and on the line before");
  }

  private UnreadableException here(String message, String help) {
    return at(at, Math.min(file.length(), at + character().length()), message, help);
  }

  private UnreadableException toLineEnd(String message, String help) {
    return at(at, Math.max(at, line.last(at)), message, help);
  }

  private static UnreadableException at(int start, int end, String message, String help) {
    return new UnreadableException(start, end, message, help);
  }

  /** The character at fault; empty at the end of the text and of a line. */
  private String character() {
    return at < line.end() ? new String(Character.toChars(file.codePointAt(at))) : "";
  }

  private String word() {
    int end = at;
    while (end < line.end() && !Character.isWhitespace(file.charAt(end))) {
      end++;
    }
    return file.substring(at, end);
  }
}
