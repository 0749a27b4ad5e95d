package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Broken text of every kind: the parser never throws, and never stays silent about it. */
class ParserFuzzTest {
  private static final List<String> SEEDS = new ArrayList<>();

  @BeforeAll
  static void readSnippets() throws IOException {
    var folder = ProjectFolders.root().resolve("engine/src/test/snippets/parse");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".rail")).sorted().toList()) {
        SEEDS.add(Files.readString(file));
      }
    }
    assertFalse(SEEDS.isEmpty());
  }

  private static List<Diagnostic> parse(String text) {
    var diagnostics = new ArrayList<Diagnostic>();
    try {
      new PolicyParser().parse(SourceFile.of("fuzz.rail", text), diagnostics::add);
      DiagnosticRenderer.coloured().render(diagnostics);
    } catch (RuntimeException | StackOverflowError problem) {
      throw new AssertionError("parser threw for:\n" + text, problem);
    }
    return diagnostics;
  }

  /** Whether a parse without any recovery accepts the text. */
  private static boolean isValid(String text) {
    var lexical = new ArrayList<Diagnostic>();
    var file = Tokenizer.read(SourceFile.of("fuzz.rail", text), lexical::add);
    if (!lexical.isEmpty()) {
      return false;
    }
    try {
      new RailParser(file.tokens()).policyFile();
      return true;
    } catch (StopAtMistake.Stop | RailParser.TooDeep stop) {
      return false;
    }
  }

  private static void assertJudgedRight(String text) {
    var diagnostics = parse(text);
    if (!isValid(text)) {
      assertFalse(diagnostics.isEmpty(), "no diagnostic for:\n" + text);
    }
  }

  @Test
  void randomBytes() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertJudgedRight(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void randomCharactersOfTheLanguage() {
    var random = new Random(2);
    var alphabet = "{}()[]\"\"\"`'.,:;|=<>!?+-*/%@#&\\ \n\tabcipx019_mé\u202E";
    for (int i = 0; i < 1_000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(120); j > 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertJudgedRight(text.toString());
    }
  }

  @Test
  void randomWords() {
    var random = new Random(3);
    var words = words();
    for (int i = 0; i < 1_000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(words.get(random.nextInt(words.size())));
        text.append(random.nextInt(5) == 0 ? "\n" : " ");
      }
      assertJudgedRight(text.toString());
    }
  }

  private static List<String> words() {
    var words =
        new ArrayList<>(List.of("x", "Pod", "3", "5m", "\"t\"", "re\"a\"", "{", "}", "///d"));
    for (int type = 1; type <= RailParser.VOCABULARY.getMaxTokenType(); type++) {
      Vocabulary.spelling(type).ifPresent(words::add);
    }
    return words;
  }

  @Test
  void deletedTokens() {
    mutate(4, (random, tokens) -> tokens.remove(random.nextInt(tokens.size())));
  }

  @Test
  void doubledTokens() {
    mutate(
        5,
        (random, tokens) -> {
          int at = random.nextInt(tokens.size());
          tokens.add(at, tokens.get(at));
        });
  }

  @Test
  void exchangedTokens() {
    mutate(
        6,
        (random, tokens) ->
            tokens.set(random.nextInt(tokens.size()), tokens.get(random.nextInt(tokens.size()))));
  }

  private interface Mutation {
    void apply(Random random, List<String> tokens);
  }

  private static void mutate(long seed, Mutation mutation) {
    var random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      var tokens = pieces(SEEDS.get(random.nextInt(SEEDS.size())));
      for (int j = random.nextInt(3); j >= 0 && !tokens.isEmpty(); j--) {
        mutation.apply(random, tokens);
      }
      assertJudgedRight(String.join("", tokens));
    }
  }

  /** The text cut before each token, with what is between two tokens at the end of the first. */
  private static List<String> pieces(String text) {
    var tokens = Tokenizer.read(SourceFile.of("seed.rail", text), found -> {}).tokens();
    var pieces = new ArrayList<String>();
    for (int i = 0; i < tokens.size() && tokens.get(i).getType() != Token.EOF; i++) {
      int start = tokens.get(i).getStartIndex();
      int end = Math.max(start, tokens.get(i + 1).getStartIndex());
      pieces.add(text.substring(start, end));
    }
    return pieces;
  }

  @Test
  void theSameTextGivesTheSameWords() {
    for (String seed : SEEDS) {
      assertEquals(
          DiagnosticRenderer.plain().render(parse(seed)),
          DiagnosticRenderer.plain().render(parse(seed)));
    }
  }
}
