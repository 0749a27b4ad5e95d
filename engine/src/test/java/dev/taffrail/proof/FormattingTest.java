package dev.taffrail.proof;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.testkit.Cases;
import dev.taffrail.tooling.format.Reformatting;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Formatting keeps the tree and the comments, and formatting twice gives the same. */
class FormattingTest {
  @Property(seed = Seeds.FIXED)
  void formattingKeepsTreeAndComments(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    boolean generated = chance.percent(70);
    String text =
        generated
            ? new GeneratedPolicy(chance.seed(), "Random", 3, false).text()
            : chance.pick(DamagedTextTest.POLICIES);
    Statistics.label("texts").collect(generated ? "random" : "written");
    Optional<SyntaxNode.Branch> tree = Reformatting.read(text);
    for (int variants = 0; tree.isPresent() && variants < Cases.OBJECTS; variants++) {
      Cases.count();
      Reformatting.keepsEverything(
          Reformatting.variant(tree.get(), new Random(chance.seed()), chance.oneIn(2)));
    }
  }
}
