package dev.taffrail.tooling.explain;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.inventory.KnownReads;
import dev.taffrail.source.Span;
import dev.taffrail.value.ValuePrinter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds every answer of a policy to the question what a missing value means, those of the functions
 * it calls included.
 *
 * <p>Removing a field from an object can turn a violation into a pass only along these answers.
 */
public final class Answers {
  private static final Comparator<Span> PLACES =
      Comparator.comparing((Span span) -> span.source().name())
          .thenComparing(Span::start)
          .thenComparing(Span::end);
  private static final Comparator<Answer> ORDER =
      Comparator.comparing(Answer::span, PLACES).thenComparing(Answer::whole);

  private final IrProgram program;
  private final TreeMap<Answer, Answer> found = new TreeMap<>(ORDER);
  private final Set<GlobalId> seen = new HashSet<>();

  private Answers(IrProgram program) {
    this.program = program;
  }

  /** By place. */
  public static List<Answer> of(IrPolicy policy, IrProgram program) {
    var answers = new Answers(program);
    IrWalk.statementsOf(policy).forEach(answers::statement);
    IrWalk.expressionsOf(policy).forEach(answers::expression);
    return List.copyOf(answers.found.values());
  }

  private void statement(IrStatement statement) {
    switch (statement) {
      case IrStatement.IfLet choice ->
          add(choice.value().span(), choice.value(), "missing takes the other branch (`if let`)");
      case IrStatement.ForEach loop -> {}
      case IrStatement.If choice -> {}
      case IrStatement.Let let -> {}
      case IrStatement.Check check -> {}
    }
  }

  private void expression(IrExpr expression) {
    if (WholeValues.isLookedAt(expression)) {
      whole(expression, "compared whole: what is unset inside differs from all that could be set");
    }
    if (expression instanceof IrExpr.LookUp lookUp) {
      index(lookUp.index());
    }
    switch (expression) {
      case IrExpr.Must must -> add(must.span(), must.operand(), "missing is a violation (`!`)");
      case IrExpr.Coalesce coalesce ->
          add(
              coalesce.span(),
              coalesce.left(),
              "missing counts as %s (`??`)".formatted(coalesce.right().span().text()));
      case IrExpr.IsSet test -> add(test.span(), test.operand(), "whether it is set is asked");
      case IrExpr.IsEmpty test -> add(test.span(), test.operand(), "missing counts as empty");
      case IrExpr.IsType test -> add(test.span(), test.operand(), "missing is of no type (`is`)");
      case IrExpr.ReadField read -> read(read);
      case IrExpr.KindMember member -> kindMember(member);
      case IrExpr.CallBuiltin call when isMemberOfObject(call) && !isCollection(call.type()) -> {
        // What may be missing itself is answered by whoever asks for it.
        if (!call.type().isOptional()) {
          add(call.span(), call, "missing fields count as `%s` says".formatted(name(call)));
        }
      }
      case IrExpr.Convert convert when !convert.optional() && WholeValues.fillsIn(convert.type()) ->
          whole(convert, "what is unset inside counts as its type says");
      case IrExpr.KindsAre question ->
          add(
              question.span(),
              question,
              switch (question.state()) {
                case COMPLETE -> "whether none is missing is asked";
                case SERVED -> "whether there is the kind is asked";
              });
      case IrExpr.ReferencesOf references ->
          whole(references, "what is unset inside refers to nothing");
      case IrExpr.ReferrersOf referrers ->
          whole(referrers, "what is unset in other objects refers to nothing");
      case IrExpr.CallFunction call -> function(call.function(), program.function(call.function()));
      case IrExpr.ModuleValue value -> function(value.id(), program.value(value.id()));
      default -> {
        if (isCollection(expression.type()) && isRead(expression)) {
          add(expression.span(), expression, "missing counts as empty");
        }
      }
    }
    IrWalk.parts(expression).forEach(this::expression);
  }

  private void read(IrExpr.ReadField read) {
    var meanings = new TreeSet<String>();
    for (IrExpr.HolderField candidate : read.fields()) {
      fallback(candidate.field()).ifPresent(meanings::add);
    }
    if (!meanings.isEmpty()) {
      add(read.span(), read, "missing counts as " + String.join(" or ", meanings));
    } else if (isCollection(read.type())) {
      add(read.span(), read, "missing counts as empty");
    }
  }

  private void kindMember(IrExpr.KindMember member) {
    switch (member.property()) {
      case NAME -> add(member.span(), member, "missing counts as \"\"");
      case NAMESPACE -> {
        if (!member.type().isOptional()) {
          add(member.span(), member, "missing counts as \"default\", as in Kubernetes");
        }
      }
      // Without these there is no object that could be judged.
      case API_VERSION, KIND, GROUP, VERSION -> {}
    }
  }

  private static String name(IrExpr.CallBuiltin call) {
    return call.signature().name();
  }

  private static Optional<String> fallback(Field field) {
    return field
        .fallback()
        .map(
            fallback ->
                switch (fallback) {
                  case Field.Fallback.Constant constant ->
                      "%s, as in Kubernetes".formatted(ValuePrinter.literal(constant.value()));
                  case Field.Fallback.Contextual contextual ->
                      KnownReads.fieldsOfDefault(contextual)
                          .map(Answers::derivedFrom)
                          .orElse("what Kubernetes derives from other fields");
                });
  }

  private static String derivedFrom(List<String> fields) {
    return fields.isEmpty()
        ? "what Kubernetes fills in"
        : "what Kubernetes derives from "
            + fields.stream().map(field -> "`" + field + "`").collect(Collectors.joining(", "));
  }

  private static boolean isCollection(Type type) {
    return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
  }

  private static boolean isRead(IrExpr expression) {
    return expression instanceof IrExpr.ReadRecord
        || expression instanceof IrExpr.Index
        || expression instanceof IrExpr.LookUp
        || expression instanceof IrExpr.CallBuiltin call && isMemberOfObject(call)
        || expression instanceof IrExpr.Convert convert && convert.optional();
  }

  /** A list that the overlay derives, such as all containers of a pod. */
  private static boolean isMemberOfObject(IrExpr.CallBuiltin call) {
    return call.signature().receiver().filter(ObjectType.class::isInstance).isPresent();
  }

  private void function(GlobalId id, IrFunction function) {
    if (seen.add(id)) {
      IrWalk.expressionsOf(function).forEach(this::expression);
    }
  }

  /** Reading the key decides which objects are found. */
  private void index(GlobalId id) {
    if (seen.add(id)) {
      IrWalk.expressionsOf(program.index(id)).forEach(this::expression);
    }
  }

  private void add(Span span, IrExpr asked, String meaning) {
    add(new Answer(asked.span().text(), meaning, false, span));
  }

  private void whole(IrExpr asked, String meaning) {
    add(new Answer(asked.span().text(), meaning, true, asked.span()));
  }

  private void add(Answer answer) {
    found.putIfAbsent(answer, answer);
  }
}
