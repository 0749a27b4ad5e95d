package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.Evaluation;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.proof.Trees.Spot;
import dev.taffrail.testkit.Cases;
import dev.taffrail.tooling.explain.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Removing a field ends a violation only where the policy says what its absence means. */
class MonotoneAbsenceTest {
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");
  private static final Pattern DERIVED =
      Pattern.compile("(?i)\\.(" + String.join("|", Members.derived()) + ")\\b");

  /** What a name is bound to; what stands behind it on the line is taken too. */
  private static final Pattern BOUND =
      Pattern.compile(
          "(?m)\\b(?:let (v\\d+) = |(?:(v\\d+), )?(v\\d+) in |\\((v\\d+): |index \\w+ of \\w+ (v\\d+) )(.*)$");

  @Property(seed = Seeds.FIXED)
  void removingAFieldEndsAViolationOnlyAlongAnswers(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    var policy = new GeneratedPolicy(chance.seed(), "Random", 2, false);
    var compiled = Judging.compiled(policy.text());
    if (compiled.isEmpty()) {
      return;
    }
    var answers =
        Judging.ENGINE
            .absence(List.of(Judging.file(policy.text())), List.of())
            .policies()
            .getFirst()
            .answers();
    for (int objects = 0; objects < Cases.OBJECTS; objects++) {
      var tree = new GeneratedObject(chance, policy.text(), false).of(policy.kind());
      if (outcome(compiled.get(), tree) == Outcome.VIOLATION) {
        var fields = new ArrayList<>(Trees.parts(tree));
        fields.removeIf(spot -> IDENTITY.contains(spot.steps().getFirst()));
        for (Spot spot : chance.shuffled(fields).subList(0, Math.min(12, fields.size()))) {
          remove(spot, tree, compiled.get(), answers, policy.text());
        }
      }
    }
  }

  private static void remove(
      Spot spot, Object tree, PolicySet policies, List<Answer> answers, String policy) {
    Cases.count();
    Outcome after = outcome(policies, Trees.without(tree, spot));
    Statistics.label("after removing a field of a violation").collect(after.word());
    if (after == Outcome.PASS || after == Outcome.NOT_APPLICABLE) {
      assertTrue(
          answers.stream().anyMatch(answer -> isAbout(answer, spot, tree, policy)),
          () ->
              "without %s it is %s, answers: %s%s"
                  .formatted(spot.steps(), after.word(), answers, Judging.story(policy, tree)));
    }
  }

  /**
   * Whether an answer may be the one to the removal of a field.
   *
   * <p>Answers are expressions of the policy, whose names need not begin at the root of the object,
   * so only names of fields are compared: that of the removed field, those below it, which are
   * removed with it, and those above it that hold nothing else, since they are then empty. Names
   * that the policy bound count as what they stand for. Derived members such as `allContainers` are
   * made of many fields and taken for any. This can take an answer for the right one that is not,
   * but never misses one.
   */
  private static boolean isAbout(Answer answer, Spot spot, Object tree, String policy) {
    String asked = withBound(answer.asked(), policy).toLowerCase(Locale.ROOT);
    return names(spot, tree).stream().anyMatch(asked::contains)
        || isContextual(answer, spot, tree)
        || answer.whole() && above(spot).anyMatch(asked::contains)
        || DERIVED.matcher(asked).find();
  }

  /**
   * An answer about a name is one about the value that the name stands for; what a function is
   * called with stands anywhere.
   */
  private static String withBound(String asked, String policy) {
    var words = new StringBuilder(asked);
    var seen = new HashSet<String>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (MatchResult binding : BOUND.matcher(policy).results().toList()) {
        for (int group = 1; group < 6; group++) {
          String name = binding.group(group);
          if (name != null && isIn(name, words) && seen.add(name)) {
            words.append(' ').append(group == 4 ? policy : binding.group(6));
            grown = true;
          }
        }
      }
    }
    return words.toString();
  }

  private static boolean isIn(String name, CharSequence words) {
    return Pattern.compile("\\b" + name + "\\b").matcher(words).find();
  }

  /**
   * A default that depends on other fields answers for those it names, and for the records around
   * them that are removed with them.
   */
  private static boolean isContextual(Answer answer, Spot spot, Object tree) {
    if (answer.meaning().contains("derives from other fields")) {
      return true;
    }
    return answer.meaning().contains("derives from")
        && names(spot, tree).stream()
            .anyMatch(name -> answer.meaning().toLowerCase(Locale.ROOT).contains("`" + name + "`"));
  }

  /** What is looked at as a whole is looked at with all that is inside of it. */
  private static Stream<String> above(Spot spot) {
    return spot.steps().stream()
        .filter(String.class::isInstance)
        .map(step -> ((String) step).toLowerCase(Locale.ROOT));
  }

  private static Set<String> names(Spot spot, Object tree) {
    var names = new HashSet<String>();
    names.add(spot.lastKey());
    Object removed = Trees.at(tree, spot.steps());
    Trees.fields(removed).forEach(below -> names.add(below.lastKey()));
    // An entry of a map is asked for through the map.
    for (int up = spot.steps().size() - 1; up > 0; up--) {
      if (spot.steps().get(up - 1) instanceof String above) {
        boolean alone =
            Trees.at(tree, spot.steps().subList(0, up)) instanceof Map<?, ?> map && map.size() == 1;
        boolean inMap = up == spot.steps().size() - 1 && isMap(above);
        if (!alone && !inMap) {
          break;
        }
        names.add(above);
      }
    }
    var lower = new HashSet<String>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static boolean isMap(String field) {
    return Set.of(
            "labels",
            "annotations",
            "limits",
            "requests",
            "nodeSelector",
            "selector",
            "matchLabels",
            "overhead",
            "volumeAttributes",
            "capacity",
            "options")
        .contains(field);
  }

  private static Outcome outcome(PolicySet policies, Object tree) {
    var objects = Trees.manifest("object.yaml", tree).objects();
    if (objects.isEmpty()) {
      return Outcome.ERROR;
    }
    Evaluation result = Judging.judge(policies, objects.getFirst());
    for (Outcome outcome : List.of(Outcome.ERROR, Outcome.VIOLATION)) {
      if (result.findings().stream().map(Finding::outcome).anyMatch(outcome::equals)) {
        return outcome;
      }
    }
    return result.passed() > 0 ? Outcome.PASS : Outcome.NOT_APPLICABLE;
  }
}
