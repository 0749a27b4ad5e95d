package dev.taffrail.cli.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTest {
  private static final CommandSpec SPEC =
      new CommandSpec(
          List.of("x"),
          "Does something.",
          List.of(WordSpec.one("ONE", "A word."), WordSpec.any("MORE", "Further words.")),
          List.of(
              OptionSpec.flag("--quiet", "Says less.").alsoCalled("-q"),
              OptionSpec.single("--format", "FORMAT", "How."),
              OptionSpec.repeatable("--param", "NAME=VALUE", "What.")),
          List.of());

  @Test
  void valuesStandBehindAnOptionOrAnEqualsSign() throws Exception {
    var given = of("--format", "json", "a", "--param=n=[1, 2]", "-q", "--param", "m=-", "b", "-");
    assertEquals(Optional.of("json"), given.value("--format"));
    assertEquals(List.of("n=[1, 2]", "m=-"), given.values("--param"));
    assertEquals(List.of("a", "b", "-"), given.words());
    assertEquals(true, given.has("--quiet"));
    assertEquals(Optional.of("b"), given.word(1));
    assertEquals(Optional.empty(), given.word(3));
  }

  @Test
  void behindTwoDashesEverythingIsAWord() throws Exception {
    assertEquals(List.of("--quiet", "--"), of("--", "--quiet", "--").words());
  }

  @Test
  void aValueMayLookLikeAnUnknownOption() throws Exception {
    assertEquals(Optional.of("-x"), of("--format", "-x").value("--format"));
    assertEquals(Optional.of("--quiet"), of("--format=--quiet").value("--format"));
    assertEquals(Optional.of(""), of("--format=").value("--format"));
  }

  @ParameterizedTest
  @CsvSource({
    "--fromat=json, UNKNOWN_OPTION, --fromat",
    "-qq, UNKNOWN_OPTION, -qq",
    "--format, WITHOUT_VALUE, --format",
    "--format --quiet, WITHOUT_VALUE, --format",
    "--format a --format=b, GIVEN_TWICE, --format",
    "-q=yes, TAKES_NO_VALUE, --quiet",
  })
  void whatCannotStandThereIsNamed(String line, Given.Why why, String word) {
    var mistake = assertThrows(Given.Misplaced.class, () -> of(line.split(" ")));
    assertEquals(why, mistake.why());
    assertEquals(word, mistake.word());
  }

  @Test
  void aWordTooManyIsNamed() {
    var one =
        new CommandSpec(
            List.of("x"), "Does.", List.of(WordSpec.one("ONE", "A word.")), List.of(), List.of());
    var mistake = assertThrows(Given.Misplaced.class, () -> Given.of(one, List.of("a", "b")));
    assertEquals(Given.Why.ONE_TOO_MANY, mistake.why());
    assertEquals("b", mistake.word());
  }

  private static Given of(String... words) throws Given.Misplaced {
    return Given.of(SPEC, List.of(words));
  }
}
