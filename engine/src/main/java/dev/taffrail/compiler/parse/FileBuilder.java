package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.EditionHeaderContext;
import dev.taffrail.grammar.TaffrailParser.HeaderContext;
import dev.taffrail.grammar.TaffrailParser.IdentContext;
import dev.taffrail.grammar.TaffrailParser.ImportHeaderContext;
import dev.taffrail.grammar.TaffrailParser.ImportSchemaHeaderContext;
import dev.taffrail.grammar.TaffrailParser.ModuleHeaderContext;
import dev.taffrail.grammar.TaffrailParser.TopLevelContext;
import dev.taffrail.grammar.TaffrailParser.UseHeaderContext;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a file from its headers and declarations. */
final class FileBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;
  private final DeclarationBuilder declarationBuilder;
  private final List<Header> headers = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<Integer, HeaderContext> headersByKeyword = new HashMap<>();
  private boolean lateHeaderReported;

  FileBuilder(BuildContext context) {
    this.context = context;
    this.expressions = new ExpressionBuilder(context);
    this.declarationBuilder = new DeclarationBuilder(context, expressions);
  }

  PolicyFile build(SourceFile source, List<TopLevelContext> parts) {
    for (TopLevelContext part : parts) {
      if (declarations.size() == SyntaxLimits.DECLARATIONS) {
        reportTooMany(part);
        break;
      }
      add(part);
    }
    return new PolicyFile(source, headers, declarations);
  }

  private void add(TopLevelContext part) {
    if (part.header() != null) {
      checkHeader(part.header());
      headers.add(header(part.header(), context.documentation(part), annotations(part)));
      return;
    }
    if (part.SKIPPED() != null) {
      context.forgetDocumentation(part);
      declarations.add(
          new Declaration.Hole(context.span(part), List.of(), List.of(), skippedName(part)));
      return;
    }
    var documentation = context.documentation(part);
    declarations.add(
        declarationBuilder.declaration(part.declaration(), documentation, annotations(part)));
  }

  private List<Annotation> annotations(TopLevelContext part) {
    return part.annotation().stream().map(declarationBuilder::annotation).toList();
  }

  /** The name behind the keyword of a declaration that could not be read. */
  private Optional<Ident> skippedName(TopLevelContext part) {
    return SkippedName.find(context.span(part));
  }

  private void reportTooMany(TopLevelContext part) {
    context.report(
        Diagnostic.of(
                DiagnosticCode.E0007,
                context.span(part.getStart()),
                "more than %s declarations in one file".formatted(SyntaxLimits.DECLARATIONS))
            .label("the rest of the file is not read")
            .help("All files of a folder are one module: split the file."));
  }

  private void checkHeader(HeaderContext header) {
    var keyword = header.getStart();
    // what could not be read may have been a header line itself
    var before = declarations.stream().filter(d -> !(d instanceof Declaration.Hole)).findFirst();
    if (before.isPresent() && !lateHeaderReported) {
      lateHeaderReported = true;
      context.report(
          context
              .mistake(
                  context.span(keyword),
                  "`%s` must stand before the first declaration".formatted(keyword.getText()))
              .label("too late")
              .related(firstWord(before.get().span()), "first declaration"));
    }
    if (keyword.getType() == TaffrailLexer.IMPORT) {
      return;
    }
    var first = headersByKeyword.putIfAbsent(keyword.getType(), header);
    if (first != null) {
      context.report(
          context
              .mistake(context.span(keyword), "a file has one `%s`".formatted(keyword.getText()))
              .label("given again")
              .related(context.span(first.getStart()), "given here"));
    }
  }

  private static Span firstWord(Span span) {
    var text = span.text();
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return span.source().span(span.start(), span.start() + end);
  }

  private Header header(
      HeaderContext header, List<DocLine> documentation, List<Annotation> annotations) {
    var span = context.span(header);
    if (!annotations.isEmpty() && !(header instanceof ImportSchemaHeaderContext)) {
      context.report(
          context
              .mistake(annotations.getFirst().span(), "an annotation cannot stand here")
              .label("annotations belong to declarations, parameters and schema imports"));
    }
    if (!documentation.isEmpty() && !(header instanceof ModuleHeaderContext)) {
      context.report(
          context
              .mistake(
                  firstWord(documentation.getFirst().span()),
                  "`///` documents declarations, and none follows")
              .label("nothing to document here")
              .help("Above `module` it documents the module; for a comment write `//`."));
    }
    return switch (header) {
      case EditionHeaderContext edition -> new Header.Edition(span, edition.INT().getText());
      case ModuleHeaderContext module ->
          new Header.Module(
              span,
              documentation,
              context.qualifiedName(module.qualifiedName()),
              Optional.ofNullable(module.string())
                  .map(version -> expressions.strings().plainLiteral(version, "a version")));
      case UseHeaderContext use ->
          new Header.UseKubernetes(
              span, expressions.strings().plainLiteral(use.string(), "a version"));
      case ImportSchemaHeaderContext schema ->
          new Header.ImportSchema(
              span,
              annotations,
              expressions.strings().plainLiteral(schema.string(), "a path"),
              context.ident(schema.ident()));
      case ImportHeaderContext imported ->
          new Header.Import(
              span,
              context.qualifiedName(imported.qualifiedName()),
              Optional.<IdentContext>ofNullable(imported.ident()).map(context::ident));
      default -> throw new IllegalStateException("no case for " + header.getClass());
    };
  }
}
