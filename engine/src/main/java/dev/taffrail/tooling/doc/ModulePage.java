package dev.taffrail.tooling.doc;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.PolicyFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page about one module: what it is for, its policies, and what others can use of it. */
final class ModulePage {
  /** In the order of the page. */
  private static final List<String> SECTIONS =
      List.of("Parameters", "Functions", "Indexes", "Types", "Members", "Values");

  private final String module;
  private final List<PolicyFile> files;
  private final Map<String, List<Item>> sections = new TreeMap<>();

  /** One declaration: its name for the order, and how it is shown. */
  private record Item(String name, String words) {}

  ModulePage(String module, List<PolicyFile> files) {
    this.module = module;
    this.files = files;
  }

  /**
   * The page.
   *
   * @param policies links to the pages of its policies
   */
  Page of(String path, List<String> policies) {
    var page = new Markdown();
    page.heading(1, "Module " + Markdown.code(module));
    page.paragraph(version());
    page.paragraph(documentation());
    if (!policies.isEmpty()) {
      page.heading(2, "Policies").items(policies);
    }
    files.stream().flatMap(file -> file.declarations().stream()).forEach(this::declaration);
    for (String section : SECTIONS) {
      var items = new ArrayList<>(sections.getOrDefault(section, List.of()));
      items.sort(Comparator.comparing(Item::name).thenComparing(Item::words));
      if (!items.isEmpty()) {
        page.heading(2, section).items(items.stream().map(Item::words).toList());
      }
    }
    page.paragraph(Markdown.link("All modules", "../" + PageNames.INDEX));
    return new Page(path, "Module " + module, page.page());
  }

  private String version() {
    return headers().stream()
        .flatMap(header -> header.version().flatMap(v -> v.plainText()).stream())
        .findFirst()
        .map(version -> "Version " + Markdown.plain(version))
        .orElse("");
  }

  /** What the module is for. */
  String documentation() {
    return headers().stream()
        .map(header -> Written.documentation(header.documentation()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private List<Header.Module> headers() {
    return files.stream()
        .flatMap(file -> file.headers().stream())
        .filter(Header.Module.class::isInstance)
        .map(Header.Module.class::cast)
        .toList();
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Declaration.Parameter parameter ->
          add("Parameters", parameter.name().text(), Written.parameter(parameter));
      case Declaration.Function function -> {
        if (!function.isPrivate()) {
          add("Functions", function.name().text(), Written.function(function), function);
        }
      }
      case Declaration.ExternalFunction function ->
          add("Functions", function.name().text(), Written.function(function), function);
      case Declaration.Index index -> add("Indexes", index.name().text(), signature(index), index);
      case Declaration.TypeAlias alias ->
          add(
              "Types",
              alias.name().text(),
              "type %s = %s%s"
                  .formatted(
                      alias.name(),
                      alias.type().span().text(),
                      alias.constraint().map(c -> " where " + c.span().text()).orElse("")),
              alias);
      case Declaration.EnumType named ->
          add(
              "Types",
              named.name().text(),
              named.members().stream()
                  .map(Ident::text)
                  .collect(Collectors.joining(", ", "enum " + named.name() + " { ", " }")),
              named);
      case Declaration.Extension extension ->
          extension.members().forEach(member -> member(extension, member));
      case Declaration.ModuleLet let ->
          add("Values", let.let().name().text(), "let " + value(let), let);
      case Declaration.Policy policy -> {}
      case Declaration.Test test -> {}
      case Declaration.Waiver waiver -> {}
      case Declaration.Enforcement enforcement -> {}
      case Declaration.Reserved reserved -> {}
      case Declaration.Hole hole -> {}
    }
  }

  /** Without its value, which may be long. */
  private static String value(Declaration.ModuleLet let) {
    return let.let().name() + let.let().type().map(t -> ": " + t.span().text()).orElse("");
  }

  private static String signature(Declaration.Index index) {
    return "index %s of %s%s %s%s by %s"
        .formatted(
            index.name(),
            index.type().span().text(),
            index.only() ? " only" : "",
            index.element(),
            index.where().map(w -> " where " + w.span().text()).orElse(""),
            index.key().span().text());
  }

  private void member(Declaration.Extension extension, Declaration.ExtensionMember member) {
    String type = extension.type().span().text();
    add(
        "Members",
        type + "." + member.name(),
        Markdown.code(type + "." + member.name() + ": " + member.type().span().text())
            + Written.behindDash(Written.brief(member.documentation())));
  }

  private void add(String section, String name, String signature, Declaration declaration) {
    List<DocLine> documentation = declaration.documentation();
    add(
        section,
        name,
        Markdown.code(signature)
            + Written.deprecation(declaration.annotations())
            + Written.behindDash(Written.brief(documentation)));
  }

  private void add(String section, String name, String words) {
    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(new Item(name, words));
  }
}
