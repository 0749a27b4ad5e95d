package dev.taffrail.repl;

import dev.taffrail.PolicyEngine;
import dev.taffrail.Reply;
import dev.taffrail.Workbench;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.repl.command.Commands;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Typed;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A session: one input after the other, each with a response.
 *
 * <p>Knows no terminal; whoever has one hands its lines over and prints what comes back. Used by
 * one thread at a time. Nothing that is typed makes it throw.
 */
public final class ReplSession {
  /** Longer than anybody types; a line of a megabyte is a file in the wrong place. */
  private static final int LONGEST = 200_000;

  private Loader loader;
  private Workbench bench;
  private Settings settings;
  private int inputs;
  private Stepping stepping = Stepping.NONE;
  private Tutorial tutorial;
  private final List<Judgement> judgements = new ArrayList<>();
  private final LongTexts longTexts = new LongTexts();
  private final WatchedFiles watched = new WatchedFiles();
  private Scan.Progress progress = Scan.Progress.NONE;

  /**
   * @param bench what the loader has loaded
   */
  public ReplSession(Loader loader, Workbench bench, Settings settings) {
    this.loader = loader;
    this.bench = bench;
    this.settings = settings;
    this.tutorial = Tutorial.none(bench, loader);
  }

  /** Whether a prompt should wait for more lines. */
  public static boolean isIncomplete(String text) {
    if (text.isBlank() || text.strip().startsWith(":") || text.length() > LONGEST) {
      return false;
    }
    try {
      return Typed.read(SourceFile.of("input", text)) instanceof Typed.Incomplete;
    } catch (RuntimeException | StackOverflowError bug) {
      return false;
    }
  }

  /** Takes one input: a command, which begins with a colon, or something in the language. */
  public Response enter(String text) {
    long start = System.nanoTime();
    Response response;
    try {
      response = answer(text);
    } catch (CancellationException stopped) {
      response = Response.failed("stopped");
    } catch (StackOverflowError tooDeep) {
      response = Response.failed("this nests too deep", "give its parts names with `let`");
    } catch (OutOfMemoryError tooMuch) {
      response = Response.failed("out of memory", "give it more with TAFFRAIL_JAVA_OPTS=-Xmx4g");
    } catch (RuntimeException bug) {
      response = Response.failed("internal error: " + bug + "; please report it");
    }
    response = tutorial.after(text, response, this);
    if (settings.time() && !response.end()) {
      long micros = (System.nanoTime() - start) / 1000;
      response = response.saying(response.text() + "%.1f ms\n".formatted(micros / 1000.0));
    }
    return longTexts.folded(
        text, response.saying(settings.ink().printable(response.text())), settings);
  }

  private Response answer(String text) {
    if (text.isBlank()) {
      return Response.silent();
    }
    if (text.length() > LONGEST) {
      return Response.wrong(
          "an input of %,d characters is too long".formatted(text.length()),
          "put it into a file, and :load FILE");
    }
    if (text.strip().startsWith(":")) {
      return Commands.run(text.strip().substring(1), this);
    }
    inputs++;
    var source = SourceFile.of("input " + inputs, text.stripTrailing() + "\n\n");
    return respond(bench.enter(source));
  }

  private CompilerText compilerText() {
    return new CompilerText(settings.ink());
  }

  private AnswerText answerText() {
    return new AnswerText(settings.ink(), this::valueOf);
  }

  private Optional<String> valueOf(String expression) {
    return bench.enter(SourceFile.of("input", expression)) instanceof Reply.Answered answered
            && answered.answer() instanceof Answer.Known known
            && !known.value().isAbsent()
        ? Optional.of(ValueText.of(known.value()))
        : Optional.empty();
  }

  private Response respond(Reply reply) {
    return switch (reply) {
      case Reply.Incomplete incomplete ->
          Response.wrong("this is not finished: a bracket or a text is still open");
      case Reply.Wrong wrong -> compilerText().wrong(wrong);
      case Reply.Answered answered -> answerText().answered(answered);
      case Reply.Ran ran -> new ChecksText(settings.ink()).ran(ran);
      case Reply.Declaring declaring -> declared(declaring);
    };
  }

  private Response declared(Reply.Declaring declaring) {
    bench = declaring.next();
    var text = new StringBuilder(words(declaring.warnings()));
    var names = new ArrayList<Object>();
    for (Declared declared : declaring.declared()) {
      names.add(declared.title());
      if (declared.word().equals("let")) {
        var value = bench.enter(SourceFile.of("input", declared.name()));
        text.append(
            value instanceof Reply.Answered answered
                ? answerText().named(declared.name(), answered)
                : "defined let " + declared.name() + "\n");
      } else {
        text.append(DeclaredText.declared(declaring, declared)).append('\n');
      }
    }
    text.append(DeclaredText.changes(declaring));
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", "defined");
    json.put("declared", names);
    return Response.of(Response.Status.GOOD, text.toString(), json);
  }

  /** The rest of the last long text. */
  public Response more() {
    return longTexts.more();
  }

  // ------------------------------------------------------------ files that change

  /** Reads files again if they have changed since the last look, and says what that changes. */
  public Response newsOfFiles() {
    try {
      return watched.news(this);
    } catch (RuntimeException | StackOverflowError bug) {
      return Response.failed("internal error: " + bug + "; please report it");
    }
  }

  // ------------------------------------------------------------ what commands use

  /** What the compiler says. */
  public String words(List<dev.taffrail.diagnostic.Diagnostic> diagnostics) {
    return compilerText().diagnostics(diagnostics);
  }

  /** The type of something, in words. */
  public String typeOf(Reply.Answered answered) {
    return TypeText.of(answered);
  }

  /** What is wrong with something. */
  public Response wrong(Reply.Wrong wrong) {
    return compilerText().wrong(wrong);
  }

  public Workbench bench() {
    return bench;
  }

  public void bench(Workbench next) {
    bench = next;
  }

  public Loader loader() {
    return loader;
  }

  public void loader(Loader next) {
    loader = next;
  }

  public Settings settings() {
    return settings;
  }

  public void settings(Settings next) {
    settings = next;
  }

  public Stepping stepping() {
    return stepping;
  }

  public void stepping(Stepping next) {
    stepping = next;
  }

  public Tutorial tutorial() {
    return tutorial;
  }

  public void tutorial(Tutorial next) {
    tutorial = next;
  }

  /** What was asked of policies and objects, for tests made of it. */
  public List<Judgement> judgements() {
    return List.copyOf(judgements);
  }

  public void judged(String policy, KubernetesObject object) {
    var judgement = new Judgement(policy, object);
    judgements.remove(judgement);
    judgements.add(judgement);
  }

  /** A policy that a person looked at with an object. */
  public record Judgement(String policy, KubernetesObject object) {}

  /** Who hears how far a long command is, and may stop it. */
  public void progress(Scan.Progress listener) {
    progress = listener;
  }

  public Scan.Progress progress() {
    return progress;
  }

  /** What greets before anything is read. */
  public static String title() {
    return "Taffrail " + PolicyEngine.VERSION + " · edition " + PolicyEngine.edition();
  }

  /** What this session is about, in one line. */
  public String banner() {
    return Banner.of(bench);
  }

  public static String count(int number, String one, String many) {
    return "%,d %s".formatted(number, number == 1 ? one : many).replace(',', ' ');
  }

  /** A response for programs. */
  public static String json(Map<String, Object> response) {
    return ValueJson.print(response);
  }
}
