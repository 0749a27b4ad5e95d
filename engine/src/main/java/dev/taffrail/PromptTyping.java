package dev.taffrail;

import dev.taffrail.compiler.Compiler;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.secret.SecretChecks;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.runtime.Evaluator;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.PromptInterpreter;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.inventory.SnapshotObject;
import dev.taffrail.session.Completion;
import dev.taffrail.session.Declarations;
import dev.taffrail.session.Declared;
import dev.taffrail.session.Question;
import dev.taffrail.session.Reference;
import dev.taffrail.session.Typed;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compiles and answers what is typed at a workbench, in the module of what was typed before.
 *
 * @param workbench the same workbench with other declarations
 */
record PromptTyping(
    PolicyEngine engine,
    LoadedPolicies loaded,
    Declarations declarations,
    LoadedObjects objects,
    Function<Declarations, Workbench> workbench) {

  /** Takes what was typed; never throws for what it says. */
  Reply enter(SourceFile typed) {
    return switch (Typed.read(typed)) {
      case Typed.Incomplete incomplete -> new Reply.Incomplete();
      case Typed.Wrong wrong -> new Reply.Wrong(wrong.diagnostics(), List.of());
      case Typed.Declaring declaring -> {
        Optional<Reply> missing = declaring.wanted().map(this::ask).filter(r -> !hasValue(r));
        yield missing.orElseGet(() -> declare(declaring.declared()));
      }
      case Typed.Asking asking -> ask(asking);
      case Typed.Running running -> run(running);
    };
  }

  private static boolean hasValue(Reply reply) {
    return reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Known;
  }

  private Reply declare(List<Declared> declared) {
    Declarations next = declarations.with(declared);
    var files = next.files(loaded.moduleNames());
    var result = engine.compileParsed(loaded.reachedFrom(files), files, List.of(), Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(result.diagnostics(), broken(result.diagnostics(), declared));
    }
    var own =
        result.diagnostics().stream()
            .filter(d -> declared.stream().anyMatch(x -> x.file().source() == d.span().source()))
            // What uses it is typed next.
            .filter(d -> d.code() != DiagnosticCode.W0203)
            .toList();
    return new Reply.Declaring(
        workbench.apply(next),
        declared,
        declarations.replacedBy(declared),
        next.affectedBy(declared),
        declared.stream().allMatch(d -> d.word().equals("let")) ? List.of() : own);
  }

  private List<Declared> broken(List<Diagnostic> diagnostics, List<Declared> declared) {
    return declarations.all().stream()
        .filter(old -> declared.stream().noneMatch(d -> d.replaces(old)))
        .filter(
            old ->
                diagnostics.stream()
                    .anyMatch(
                        d -> d.level() == Level.ERROR && d.span().source() == old.file().source()))
        .toList();
  }

  private Reply ask(Typed.Asking asking) {
    var question = Question.of(asking.source(), asking.expression());
    var result = compile(question, Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(Question.worthTelling(result.diagnostics()), List.of());
    }
    var program = result.program().get();
    IrPolicy policy = Question.policy(program);
    IrExpr expression = Question.expression(policy);
    var environment = environment(result);
    Answer answer = answer(expression, policy, environment, result);
    // External functions are asked when it is known what to ask; that may lead to more questions.
    while (environment.answers().fetch()) {
      answer = answer(expression, policy, environment.asking(environment.answers()), result);
    }
    return new Reply.Answered(
        asking.expression().span().text(),
        answer,
        expression.type(),
        SecretChecks.mayHold(expression, program),
        member(expression),
        Question.worthTelling(result.diagnostics()));
  }

  private static Answer answer(
      IrExpr expression, IrPolicy policy, Environment environment, Compiler.Result result) {
    try {
      return new PromptInterpreter(environment)
          .answer(expression, policy.frameSize(), SnapshotObject.of(result.schema()));
    } catch (IllegalStateException | StackOverflowError impossible) {
      return new Answer.Failed(String.valueOf(impossible.getMessage()), Optional.empty());
    }
  }

  private static Optional<Reference.Member> member(IrExpr expression) {
    IrExpr bare = expression instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : expression;
    return bare instanceof IrExpr.ReadField read
        ? read.fields().stream().findFirst().map(f -> new Reference.Member(f.holder(), f.field()))
        : Optional.empty();
  }

  private Reply run(Typed.Running running) {
    var result = compile(Question.of(running.source(), running.statements()), Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(Question.worthTelling(result.diagnostics()), List.of());
    }
    var program = result.program().get();
    var evaluator = new Evaluator(program, result.schema(), environment(result));
    Trace trace = evaluator.traceSnapshot(Question.policy(program));
    while (evaluator.answers().fetch()) {
      trace = evaluator.asking(evaluator.answers()).traceSnapshot(Question.policy(program));
    }
    return new Reply.Ran(trace, Question.worthTelling(result.diagnostics()));
  }

  /** What a question may use beside itself. */
  private Environment environment(Compiler.Result result) {
    var binding = engine.binding(result);
    var values = binding.bindWhatIsKnown(loaded.parameters()).values();
    var environment = binding.environment(values, Observer.NONE).over(objects.inventory());
    var timed = objects.moment().map(environment::at).orElse(environment);
    return objects
        .evidence()
        .map(evidence -> timed.asking(new Answers(new RecordedAnswers(evidence))))
        .orElse(timed);
  }

  /** Compiles a question in the module of what was typed. */
  private Compiler.Result compile(PolicyFile question, Watcher watcher) {
    var asked = declarations.inModule(question, question.source().text(), loaded.moduleNames());
    var files = new ArrayList<>(declarations.files(loaded.moduleNames()));
    files.add(asked);
    return engine.compileParsed(loaded.reachedFrom(files), files, List.of(), watcher);
  }

  /** What may stand at the end of an unfinished text. */
  Completion.Found complete(String before) {
    var names = new LinkedHashMap<String, String>();
    for (Declared declared : declarations.all()) {
      if (!List.of("test", "waiver", "enforcement", "policy").contains(declared.word())) {
        names.put(declared.name(), declared.word());
      }
    }
    for (String module : loaded.moduleNames()) {
      names.putIfAbsent(module.substring(module.lastIndexOf('.') + 1), "module " + module);
    }
    return new Completion(engine.reference(), this::probe, objects.inventory().objects(), names)
        .at(before);
  }

  private void probe(String text, Watcher watcher) {
    var source = SourceFile.of(Question.INPUT, text);
    try {
      Question.readLeniently(source).forEach(file -> compile(file, watcher));
    } catch (StackOverflowError tooDeep) {
      // Nobody waits for help in a text like that.
    }
  }
}
