package dev.taffrail.session;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A declaration or an import that was typed, on its own.
 *
 * @param word what it is: {@code policy}, {@code let}, {@code import}
 * @param name what it is called; a test by its words
 * @param text as it was typed, fit to stand in a file
 * @param file the declaration in the text that was typed
 */
public record Declared(String word, String name, String text, PolicyFile file) {
  /** The ones that share one set of names, so that each replaces the others. */
  private static final List<String> VALUES = List.of("let", "function", "index", "parameter");

  private static final List<String> TYPES = List.of("type", "enum");

  static Declared of(Declaration declaration, SourceFile source) {
    String text = textOf(declaration, source);
    var file = new PolicyFile(source, List.of(), List.of(declaration));
    return switch (declaration) {
      case Declaration.Policy d -> new Declared("policy", d.name().text(), text, file);
      case Declaration.Parameter d -> new Declared("parameter", d.name().text(), text, file);
      case Declaration.Function d -> new Declared("function", d.name().text(), text, file);
      case Declaration.ExternalFunction d -> new Declared("function", d.name().text(), text, file);
      case Declaration.TypeAlias d -> new Declared("type", d.name().text(), text, file);
      case Declaration.EnumType d -> new Declared("enum", d.name().text(), text, file);
      case Declaration.Extension d -> new Declared("extension", d.type().span().text(), text, file);
      case Declaration.ModuleLet d -> new Declared("let", d.let().name().text(), text, file);
      case Declaration.Index d -> new Declared("index", d.name().text(), text, file);
      case Declaration.Test d ->
          new Declared("test", d.name().plainText().orElse(d.name().span().text()), text, file);
      case Declaration.Waiver d ->
          new Declared(
              "waiver", d.policy().text() + " " + d.object().plainText().orElse(""), text, file);
      case Declaration.Enforcement d -> new Declared("enforcement", d.subject().text(), text, file);
      case Declaration.Reserved d -> new Declared(d.keyword(), "", text, file);
      case Declaration.Hole d ->
          new Declared("declaration", d.name().map(Ident::text).orElse(""), text, file);
    };
  }

  /** {@code import std.images as img}. */
  static Declared of(Header header, SourceFile source) {
    String name =
        switch (header) {
          case Header.Import h -> h.visibleName().text();
          case Header.ImportSchema h -> h.alias().text();
          case Header.Edition h -> "edition";
          case Header.Module h -> "module";
          case Header.UseKubernetes h -> "use";
        };
    return new Declared(
        "import", name, header.span().text(), new PolicyFile(source, List.of(header), List.of()));
  }

  /** {@code name = value} as typed; the text is that of a {@code let}. */
  static Declared let(Declaration.ModuleLet let, SourceFile source, String text) {
    return new Declared(
        "let", let.let().name().text(), text, new PolicyFile(source, List.of(), List.of(let)));
  }

  private static String textOf(Declaration declaration, SourceFile source) {
    Span span = declaration.span();
    int start = span.start();
    for (var line : declaration.documentation()) {
      start = Math.min(start, line.span().start());
    }
    for (var annotation : declaration.annotations()) {
      start = Math.min(start, annotation.span().start());
    }
    return source.text().substring(start, span.end());
  }

  /** Whether this takes the place of another. */
  public boolean replaces(Declared other) {
    return name.equals(other.name) && table(word).equals(table(other.word));
  }

  private static String table(String word) {
    return VALUES.contains(word) ? "value" : TYPES.contains(word) ? "type" : word;
  }

  /** Whether a word stands in it. */
  boolean mentions(String wanted) {
    return Pattern.compile("(?<![\\w`])" + Pattern.quote(wanted) + "(?![\\w`])")
        .matcher(text)
        .find();
  }

  Optional<Header> header() {
    return file.headers().stream().findFirst();
  }

  /** {@code policy `NoLatest`}. */
  public String title() {
    return name.isEmpty() ? word : word + " `" + name + "`";
  }
}
