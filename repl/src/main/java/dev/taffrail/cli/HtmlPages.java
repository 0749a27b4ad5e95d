package dev.taffrail.cli;

import dev.taffrail.tooling.doc.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns pages into HTML that needs nothing but itself and runs nothing.
 *
 * <p>What policies say may come from strangers: HTML in it is shown and not obeyed, addresses that
 * are neither of the web nor of mail are dropped, and pictures become links, so that opening a page
 * asks no server for anything.
 */
final class HtmlPages {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private static final String FRAME =
      """
      <!DOCTYPE html>
      %s
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
      h1, h2 { line-height: 1.2; }
      h2 { margin-top: 2rem; font-size: 1.2rem; }
      code, pre { font: 0.9em/1.45 ui-monospace, monospace; }
      pre { padding: 0.8rem; overflow-x: auto; border: 1px solid #8886; border-radius: 4px; }
      :not(pre) > code { background: #8882; padding: 0.1em 0.3em; border-radius: 3px; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #8886; padding: 0.3em 0.6em; text-align: left; }
      </style>
      </head>
      <body>
      %s</body>
      </html>
      """;

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true).build();
  private final Set<String> pages;

  /**
   * @param pages all of them: links between them are turned into links between their HTML
   */
  HtmlPages(List<Page> pages) {
    this.pages = pages.stream().map(Page::path).collect(Collectors.toCollection(HashSet::new));
  }

  static String path(Page page) {
    return page.path().replaceFirst("\\.md$", ".html");
  }

  String of(Page page) {
    Node document = parser.parse(page.markdown().substring(Page.MARK.length()));
    document.accept(new Links(page));
    return FRAME.formatted(Page.MARK, escaped(page.title()), renderer.render(document));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Rewrites links to pages, and makes links of pictures. */
  private final class Links extends AbstractVisitor {
    private final String folder;

    Links(Page page) {
      this.folder = page.path().substring(0, page.path().lastIndexOf('/') + 1);
    }

    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      if (pages.contains(absolute(target))) {
        link.setDestination(target.replaceFirst("\\.md$", ".html"));
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      var link = new Link(image.getDestination(), image.getTitle());
      for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
        link.appendChild(child);
      }
      image.insertBefore(link);
      image.unlink();
      visitChildren(link);
    }

    private String absolute(String target) {
      return target.startsWith("../") ? target.substring("../".length()) : folder + target;
    }
  }
}
