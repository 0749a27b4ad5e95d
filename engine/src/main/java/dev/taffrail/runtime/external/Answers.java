package dev.taffrail.runtime.external;

import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.Decoder;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.Detached;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answers of one run. A question that has none yet is noted and fails; whoever runs policies
 * fetches what was noted, all questions of a function at once, and runs them again.
 *
 * <p>So policies stay simple, a provider is asked in batches, and what a run sees does not change
 * while it lasts.
 */
public final class Answers {
  /** Of a run where nobody answers. */
  public static final Answers NONE = new Answers(AnswerSource.NONE);

  private final AnswerSource source;
  private final Map<Question, Answer> known = new LinkedHashMap<>();
  private final Map<String, List<Question>> open = new TreeMap<>();

  public Answers(AnswerSource source) {
    this.source = source;
  }

  /** Answers of a new run, from the same source. */
  public Answers afresh() {
    return source == AnswerSource.NONE ? this : new Answers(source);
  }

  /** Why a function cannot be asked at all. */
  public Optional<String> refusal(IrExternal function) {
    return source.refusal(function);
  }

  /**
   * The value of a question.
   *
   * @throws EvaluationError if it has none, or none yet
   */
  public synchronized Value of(Question question) {
    Optional<String> refusal = refusal(question.function());
    if (refusal.isPresent()) {
      throw failure(question, refusal.get());
    }
    Answer answer = known.get(question);
    return switch (answer) {
      case null -> {
        note(question);
        throw failure(question, "not asked yet");
      }
      case Answer.Failed failed -> throw failure(question, failed.reason());
      case Answer.Given given -> decoded(question, given.json());
    };
  }

  private void note(Question question) {
    List<Question> questions =
        open.computeIfAbsent(question.function().qualifiedName(), f -> new ArrayList<>());
    if (!questions.contains(question)) {
      questions.add(question);
    }
  }

  /** Notes questions that will be asked. */
  public synchronized void expect(Collection<Question> questions) {
    questions.stream()
        .filter(q -> !known.containsKey(q) && refusal(q.function()).isEmpty())
        .forEach(this::note);
  }

  /**
   * Asks what was noted.
   *
   * @return whether there was anything to ask
   */
  public synchronized boolean fetch() {
    boolean any = !open.isEmpty();
    for (List<Question> questions : open.values()) {
      IrExternal function = questions.getFirst().function();
      var sorted = questions.stream().sorted(Comparator.comparing(Question::json)).toList();
      List<Answer> answers = source.answer(function, sorted);
      for (int i = 0; i < sorted.size(); i++) {
        known.put(sorted.get(i), answers.get(i));
      }
    }
    open.clear();
    return any;
  }

  /** What was asked and what came of it, by function and arguments. */
  public synchronized Map<Question, Answer> recorded() {
    var sorted = new LinkedHashMap<Question, Answer>();
    known.keySet().stream()
        .sorted(
            Comparator.comparing((Question q) -> q.function().qualifiedName())
                .thenComparing(Question::json))
        .forEach(question -> sorted.put(question, known.get(question)));
    return sorted;
  }

  /** What an answer means for a verdict: if this stays, so does the verdict. */
  public synchronized String meaning(Question question) {
    try {
      return String.valueOf(of(question));
    } catch (EvaluationError e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Value decoded(Question question, Node json) {
    Type type = question.function().result();
    if (json instanceof Node.Null) {
      if (type.isOptional()) {
        return Value.absent();
      }
      throw failure(question, "provider `%s` gave none".formatted(question.function().provider()));
    }
    try {
      return Detached.of(Decoder.decodeLoose(json, type.bare(), PLACE));
    } catch (EvaluationError e) {
      throw failure(
          question,
          "provider `%s` gave the wrong thing, %s"
              .formatted(question.function().provider(), e.getMessage()));
    }
  }

  private static EvaluationError failure(Question question, String reason) {
    return new EvaluationError(
        ErrorCode.NO_ANSWER, "no answer to `%s`: %s".formatted(question, reason));
  }

  /** Answers stand in no manifest; this is where messages about their shape begin. */
  private static final Place PLACE = new Place(holder(), FieldPath.ROOT.key("answer"));

  private static KubernetesObject holder() {
    var empty = new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0);
    return new KubernetesObject(
        SourceFile.of("answers", ""),
        empty,
        new GroupVersionKind("", "", "answers"),
        Optional.empty(),
        "",
        0,
        -1);
  }
}
