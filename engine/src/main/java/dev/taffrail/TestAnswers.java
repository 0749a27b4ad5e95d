package dev.taffrail;

import dev.taffrail.compiler.ir.IrExternal;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.external.Answer;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.runtime.external.ValueNodes;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a test says that a function of the host answers. */
final class TestAnswers {
  private TestAnswers() {}

  /**
   * @param given a map from the argument to the answer, or a list of records
   */
  static Map<Question, Answer> of(IrExternal function, Value given) {
    var answers = new LinkedHashMap<Question, Answer>();
    if (given instanceof MapValue map) {
      map.entries()
          .forEach(
              (argument, answer) ->
                  answers.put(Question.of(function, List.of(argument)), answer(answer)));
    } else if (given instanceof ListValue list) {
      for (Value element : list.elements()) {
        var record = (RecordValue) element;
        List<Value> arguments = function.names().stream().map(record::get).toList();
        answers.put(Question.of(function, arguments), answer(record.get(IrTest.World.ANSWER)));
      }
    }
    return answers;
  }

  private static Answer answer(Value value) {
    return new Answer.Given(ValueNodes.of(value, 0, 0));
  }
}
