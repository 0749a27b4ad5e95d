package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collection of policies of every kind, written before the grammar was, parses. */
class DesignPoliciesTest {
  private List<Path> policies = List.of();

  @BeforeEach
  void findPolicies() throws IOException {
    var folder = ProjectFolders.shared("design/policies");
    assumeTrue(folder.isPresent(), "skipped: there is no folder shared/design/policies");
    try (var files = Files.walk(folder.get())) {
      policies = files.filter(file -> file.toString().endsWith(".rail")).sorted().toList();
    }
    assertFalse(policies.isEmpty(), "no policies in " + folder.get());
  }

  @Test
  void parseWithoutDiagnostics() throws IOException {
    var diagnostics = new ArrayList<String>();
    for (Path policy : policies) {
      new PolicyParser().parse(read(policy), found -> diagnostics.add(words(found)));
    }
    assertEquals(List.of(), diagnostics);
  }

  @Test
  void areNotAmbiguous() throws IOException {
    var ambiguities = new ArrayList<String>();
    for (Path policy : policies) {
      var parser = parser(policy, PredictionMode.LL_EXACT_AMBIG_DETECTION);
      parser.addErrorListener(
          new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                Parser recognizer,
                DFA dfa,
                int start,
                int stop,
                boolean exact,
                BitSet alternatives,
                ATNConfigSet configurations) {
              ambiguities.add(policy + ": " + place(recognizer, start, stop));
            }
          });
      parser.policyFile();
    }
    assertEquals(List.of(), ambiguities);
  }

  @Test
  void needNoContextToBePredicted() throws IOException {
    var fallbacks = new ArrayList<String>();
    for (Path policy : policies) {
      var parser = parser(policy, PredictionMode.LL);
      parser.addErrorListener(
          new BaseErrorListener() {
            @Override
            public void reportAttemptingFullContext(
                Parser recognizer,
                DFA dfa,
                int start,
                int stop,
                BitSet conflicting,
                ATNConfigSet configurations) {
              fallbacks.add(policy.getFileName() + ": " + place(recognizer, start, stop));
            }
          });
      parser.policyFile();
    }
    assertEquals(List.of(), fallbacks);
  }

  private static RailParser parser(Path policy, PredictionMode mode) throws IOException {
    var file = Tokenizer.read(read(policy), found -> {});
    var parser = new RailParser(file.tokens());
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  private static String place(Parser parser, int start, int stop) {
    var rule = parser.getRuleNames()[parser.getContext().getRuleIndex()];
    var tokens = (TokenList) parser.getTokenStream();
    return "rule " + rule + ", " + tokens.getText(tokens.get(start), tokens.get(stop));
  }

  private static SourceFile read(Path policy) throws IOException {
    return SourceFile.of(policy.toString(), Files.readString(policy));
  }

  private static String words(Diagnostic diagnostic) {
    return diagnostic.span() + " " + diagnostic.message();
  }
}
