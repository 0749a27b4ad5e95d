package dev.taffrail.tooling.format;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxNode.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists of things between brackets, with commas between them and none behind the last. */
final class Brackets {
  private final Function<SyntaxNode, Doc> format;

  Brackets(Function<SyntaxNode, Doc> format) {
    this.format = format;
  }

  /**
   * @param parts opening bracket, elements and commas, closing bracket
   * @param padding what stands inside the brackets on one line
   * @param keepsLines written on several lines it stays so
   */
  Doc delimited(List<SyntaxNode> parts, Doc padding, boolean keepsLines) {
    var opener = (Leaf) parts.get(0);
    var closer = (Leaf) parts.get(parts.size() - 1);
    var inner = parts.subList(1, parts.size() - 1);
    if (inner.isEmpty()) {
      return Doc.group(
          new Doc.Token(opener), Doc.nest(new Doc.Comments(closer.leading())), closing(closer));
    }
    boolean filled = inner.stream().allMatch(part -> Nodes.core(part) instanceof Leaf);
    var elements = new ArrayList<Doc>();
    for (int i = 0; i < inner.size(); i++) {
      if (Nodes.is(inner.get(i), "COMMA")) {
        elements.add(comma((Leaf) inner.get(i), i == inner.size() - 1));
        if (i < inner.size() - 1) {
          elements.add(filled ? filling(inner.get(i + 1)) : Doc.LINE);
        }
      } else {
        elements.add(format.apply(inner.get(i)));
      }
    }
    boolean broken = keepsLines && Nodes.startsLine(inner.get(0));
    Doc content =
        Doc.concat(
            new Doc.Token(opener),
            Doc.nest(padding, new Doc.Concat(elements), new Doc.Comments(closer.leading())),
            padding,
            closing(closer));
    return broken ? Doc.broken(content) : Doc.group(content);
  }

  /** As many elements on a line as fit: each line ends on its own. */
  private Doc filling(SyntaxNode next) {
    var leaf = Nodes.first(next);
    return leaf.leading().isEmpty() && !leaf.blankBefore()
        ? new Doc.Group(Doc.LINE, false)
        : Doc.LINE;
  }

  private static Doc comma(Leaf comma, boolean last) {
    var kept =
        new Leaf(comma.type(), last ? "" : ",", comma.leading(), false, false, comma.trailing());
    return new Doc.Token(kept);
  }

  private static Doc closing(Leaf closer) {
    return new Doc.Token(Nodes.bare(closer));
  }
}
