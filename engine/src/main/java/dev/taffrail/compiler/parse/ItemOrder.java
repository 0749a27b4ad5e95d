package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.ItemContext;
import dev.taffrail.grammar.TaffrailParser.PolicyContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Checks that the items of a policy come in the one order that readers can rely on: metadata,
 * parameters, target, when, checks.
 */
final class ItemOrder {
  private enum Place {
    METADATA("metadata"),
    PARAMETER("parameters"),
    TARGET("`target`"),
    WHEN("`let` and `when`"),
    BODY("checks");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final BuildContext context;
  private final PolicyContext policy;
  private Place reached = Place.METADATA;
  private Optional<ItemContext> reachedBy = Optional.empty();
  private Optional<ItemContext> target = Optional.empty();
  private Optional<ItemContext> firstRule = Optional.empty();
  private Optional<ItemContext> firstCheck = Optional.empty();
  private boolean orderReported;
  private boolean mixReported;
  private boolean unreadable;

  ItemOrder(BuildContext context, PolicyContext policy) {
    this.context = context;
    this.policy = policy;
  }

  /** Returns whether the item is what it looks like. */
  boolean check(ItemContext item) {
    checkItem(item);
    return !isMessage(item) || reached.compareTo(Place.PARAMETER) <= 0;
  }

  private void checkItem(ItemContext item) {
    if (item.statement() != null && item.statement().SKIPPED() != null) {
      unreadable = true;
      return;
    }
    boolean isLet = item.statement() != null && item.statement().let() != null;
    if (isLet && reached.compareTo(Place.BODY) < 0) {
      // a let stands between target and when as well as between the checks
      checkPlace(item, reached.compareTo(Place.TARGET) < 0 ? Place.WHEN : reached);
      return;
    }
    if (item.target() != null) {
      checkSecondTarget(item);
    }
    if (item.namedRule() != null || item.statement() != null) {
      checkMixture(item, isLet);
    }
    checkPlace(item, placeOf(item));
  }

  private static Place placeOf(ItemContext item) {
    if (item.metadata() != null) {
      return Place.METADATA;
    }
    if (item.parameter() != null) {
      return Place.PARAMETER;
    }
    if (item.target() != null) {
      return Place.TARGET;
    }
    return item.when() != null ? Place.WHEN : Place.BODY;
  }

  private void checkPlace(ItemContext item, Place place) {
    if (place.compareTo(reached) >= 0) {
      if (place != reached || reachedBy.isEmpty()) {
        reached = place;
        reachedBy = Optional.of(item);
      }
      return;
    }
    if (isMessage(item)) {
      reportColon(item);
    } else if (!orderReported) {
      orderReported = true;
      var word = place == Place.METADATA ? context.text(item.metadata().ident()) : firstWord(item);
      context.report(
          context
              .mistake(
                  context.span(item.getStart()),
                  "`%s` must stand before %s"
                      .formatted(word, reached == Place.BODY ? "the first check" : reached.words))
              .label("too late")
              .related(
                  context.span(reachedBy.map(ParserRuleContext::getStart).orElseThrow()),
                  "must come after it")
              .help("The order is: metadata, parameters, target, when, checks."));
    }
  }

  /** The message of a check, taken for metadata because of its colon. */
  private static boolean isMessage(ItemContext item) {
    return item.metadata() != null && item.metadata().ident().MESSAGE() != null;
  }

  private void reportColon(ItemContext item) {
    var colon = context.span(item.metadata().COLON().getSymbol());
    context.report(
        context
            .mistake(colon, "`message` of a check has no `:`")
            .label("remove it")
            .fix(colon, ""));
  }

  private static String firstWord(ItemContext item) {
    return item.parameter() != null ? "param" : item.getStart().getText();
  }

  private void checkSecondTarget(ItemContext item) {
    if (target.isEmpty()) {
      target = Optional.of(item);
      return;
    }
    context.report(
        context
            .mistake(context.span(item.getStart()), "a policy has one `target`")
            .label("second target")
            .related(context.span(target.get()), "first target")
            .help("For several kinds write: target x: Deployment | StatefulSet"));
  }

  private void checkMixture(ItemContext item, boolean isLet) {
    if (item.namedRule() != null) {
      firstRule = firstRule.or(() -> Optional.of(item));
    } else if (!isLet) {
      firstCheck = firstCheck.or(() -> Optional.of(item));
    } else if (firstRule.isPresent() && !mixReported) {
      mixReported = true;
      context.report(
          context
              .mistake(context.span(item.getStart()), "`let` must stand before the first rule")
              .label("too late")
              .related(context.span(firstRule.get().getStart()), "first rule"));
    }
    if (firstRule.isPresent() && firstCheck.isPresent() && !mixReported) {
      mixReported = true;
      boolean ruleIsSecond = item.namedRule() != null;
      context.report(
          context
              .mistake(
                  context.span(item.getStart()),
                  "a policy has either rules or checks of its own, not both")
              .label(ruleIsSecond ? "first rule" : "check outside the rules")
              .related(
                  context.span((ruleIsSecond ? firstCheck : firstRule).get().getStart()),
                  ruleIsSecond ? "check outside the rules" : "first rule")
              .help("Move the checks into a rule of their own."));
    }
  }

  void finish() {
    boolean isPolicy = policy.getStart().getType() == TaffrailLexer.POLICY;
    var kind = policy.getStart().getText();
    var name = context.ident(policy.ident());
    if (unreadable) {
      return;
    }
    if (target.isEmpty()) {
      context.report(
          context
              .mistake(context.span(policy.ident()), "%s `%s` has no target".formatted(kind, name))
              .label("which objects does it judge?")
              .help("Name the kind, for example: target pod: Pod"));
    } else if (isPolicy && firstRule.isEmpty() && firstCheck.isEmpty()) {
      context.report(
          context
              .mistake(context.span(policy.ident()), "policy `%s` checks nothing".formatted(name))
              .help("Add a `require` or a `forbid`."));
    }
  }
}
