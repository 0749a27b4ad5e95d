package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Characters that make policy text read differently to people than to the compiler.
 *
 * <p>Policy files are reviewed for security, so what a reviewer cannot see or cannot tell apart is
 * an error, even where it would do no harm.
 */
final class SourceCharacters {
  /** Letters outside the Latin alphabet that most fonts draw like a Latin one, and that one. */
  private static final String LOOKALIKES =
      "\u0430a \u0435e \u043Eo \u0440p \u0441c \u0443y \u0445x \u0456i \u0458j \u0455s \u04BBh \u0501d \u051Bq \u051Dw \u0410A \u0412B \u0415E \u041AK \u041CM \u041DH \u041EO \u0420P \u0421C \u0422T \u0425X \u0406I \u0408J \u0405S \u0423Y "
          + "\u03BFo \u03B1a \u03BDv \u03C1p \u03B9i \u03BAk \u03C5u \u0391A \u0392B \u0395E \u0396Z \u0397H \u0399I \u039AK \u039CM \u039DN \u039FO \u03A1P \u03A4T \u03A5Y \u03A7X";

  private SourceCharacters() {}

  /** Reports characters that no place in a policy file may have, texts and comments included. */
  static void check(SourceFile source, DiagnosticSink sink) {
    var text = source.text();
    int reported = 0;
    for (int i = 0; i < text.length() && reported < SyntaxLimits.SYNTAX_ERRORS; i++) {
      char c = text.charAt(i);
      if (isForbidden(c)) {
        reported++;
        sink.report(
            Diagnostic.of(
                    DiagnosticCode.E0003,
                    source.span(i, i + 1),
                    "%s is not allowed in a policy file".formatted(describe(c)))
                .label(whyForbidden(c))
                .help("In a text write it as an escape: \\u{%X}".formatted((int) c)));
      }
    }
  }

  /** The complaint about a name with a character that names may not have. */
  static Optional<Diagnostic> name(Span span, String name) {
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (c < 0x80 || isForbidden(c)) {
        continue;
      }
      var place = span.source().span(span.start() + i, span.start() + i + Character.charCount(c));
      return Optional.of(
          Diagnostic.of(DiagnosticCode.E0003, place, "name contains %s".formatted(describe(c)))
              .label(whyNotInName(c, name))
              .help("Names are made of A-Z, a-z, 0-9 and `_`, so that no two look the same."));
    }
    return Optional.empty();
  }

  /** The character, its code point and its name; what cannot be seen is not printed. */
  static String describe(int c) {
    var name = Character.getName(c);
    var words = "U+%04X".formatted(c) + (name == null ? "" : ", " + name.toLowerCase(Locale.ROOT));
    return isInvisible(c) ? words : "`%s` (%s)".formatted(Character.toString(c), words);
  }

  static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  static boolean isForbidden(int c) {
    return isControl(c) || isBidirectional(c) || c == 0x2028 || c == 0x2029;
  }

  private static boolean isControl(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
  }

  private static boolean isBidirectional(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  private static String whyForbidden(int c) {
    if (isBidirectional(c)) {
      return "changes the order in which the line is shown";
    }
    return isControl(c) ? "cannot be seen" : "looks like a line end and is none";
  }

  private static String whyNotInName(int c, String name) {
    var latin = latinLookalike(c);
    if (latin.isPresent()) {
      return "looks like the letter `%s`".formatted(latin.get());
    }
    if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
      return "the name is not in Unicode normal form C";
    }
    return isInvisible(c) ? "cannot be seen" : "not a letter that names can have";
  }

  private static Optional<String> latinLookalike(int c) {
    int at = LOOKALIKES.indexOf(Character.toString(c));
    if (at >= 0) {
      return Optional.of(LOOKALIKES.substring(at + 1, at + 2));
    }
    var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    return plain.matches("[A-Za-z0-9_]") ? Optional.of(plain) : Optional.empty();
  }
}
