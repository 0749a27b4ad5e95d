package dev.taffrail;

import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.finding.Evidence;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.external.Answer;
import dev.taffrail.runtime.external.AnswerSource;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.runtime.read.Decoder;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers from what was recorded of an earlier run; nobody is asked. */
final class RecordedAnswers implements AnswerSource {
  private final Evidence evidence;

  RecordedAnswers(Evidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public Optional<String> refusal(IrExternal function) {
    return Optional.empty();
  }

  @Override
  public List<Answer> answer(IrExternal function, List<Question> questions) {
    var recorded = new HashMap<Question, Answer>();
    for (Evidence.Answer entry : evidence.answers()) {
      if (entry.function().equals(function.qualifiedName())) {
        question(function, entry).ifPresent(q -> recorded.putIfAbsent(q, answer(entry)));
      }
    }
    return questions.stream()
        .map(q -> recorded.getOrDefault(q, new Answer.Failed("none is recorded")))
        .toList();
  }

  private static Answer answer(Evidence.Answer entry) {
    return entry.failure().isEmpty()
        ? new Answer.Given(EvidenceFile.json(entry.answer()))
        : new Answer.Failed(entry.failure());
  }

  /** As policies would ask it, however the arguments were written; empty if they do not fit. */
  private static Optional<Question> question(IrExternal function, Evidence.Answer entry) {
    if (!(EvidenceFile.json(entry.arguments()) instanceof Node.Mapping written)) {
      return Optional.empty();
    }
    var arguments = new ArrayList<Value>();
    for (int i = 0; i < function.names().size(); i++) {
      Node argument = written.find(function.names().get(i)).orElse(new Node.Null(0, 0));
      try {
        arguments.add(Decoder.decodeLoose(argument, function.types().get(i), PLACE));
      } catch (EvaluationError otherShape) {
        return Optional.empty();
      }
    }
    return Optional.of(Question.of(function, arguments));
  }

  private static final Place PLACE =
      new Place(
          new KubernetesObject(
              SourceFile.of("evidence", ""),
              new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0),
              new GroupVersionKind("", "", "evidence"),
              Optional.empty(),
              "",
              0,
              -1),
          FieldPath.ROOT.key("arguments"));

  /** Answers that a test gives. */
  static AnswerSource ofTest(Map<Question, Answer> answers) {
    Map<Question, Answer> given = Map.copyOf(answers);
    return new AnswerSource() {
      @Override
      public Optional<String> refusal(IrExternal function) {
        return Optional.empty();
      }

      @Override
      public List<Answer> answer(IrExternal function, List<Question> questions) {
        return questions.stream()
            .map(q -> given.getOrDefault(q, new Answer.Failed("the test gives none")))
            .toList();
      }
    };
  }
}
