package dev.taffrail.tooling.doc;

/**
 * One page in Markdown.
 *
 * @param path below the folder of all pages, with slashes, ending in {@code .md}
 * @param title plain text
 */
public record Page(String path, String title, String markdown) {
  /** What every page begins with, so that a page that nobody makes any more can be told. */
  public static final String MARK = "<!-- made by `taffrail doc` from the policies; not edited -->";
}
