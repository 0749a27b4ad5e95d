package dev.taffrail.repl;

import dev.taffrail.repl.Response.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A session without a person: inputs from a text, answers one after the other. */
public final class Batch {
  private Batch() {}

  /** Where answers go. */
  @FunctionalInterface
  public interface Output {
    void print(String text) throws IOException;
  }

  /** The inputs of a text: lines, joined as long as they are not finished. */
  public static List<String> inputs(String text) {
    var inputs = new ArrayList<String>();
    var open = new StringBuilder();
    for (String line : text.lines().toList()) {
      open.append(open.isEmpty() ? "" : "\n").append(line);
      if (!ReplSession.isIncomplete(open.toString())) {
        if (!open.toString().isBlank()) {
          inputs.add(open.toString());
        }
        open.setLength(0);
      }
    }
    if (!open.toString().isBlank()) {
      inputs.add(open.toString());
    }
    return inputs;
  }

  /** Answers them all and gives the worst status. */
  public static Status run(List<String> inputs, ReplSession session, boolean json, Output output)
      throws IOException {
    Status worst = Status.GOOD;
    for (String input : inputs) {
      Response response = session.enter(input);
      worst = worst.compareTo(response.status()) >= 0 ? worst : response.status();
      if (json && !response.json().isEmpty()) {
        var object = new LinkedHashMap<String, Object>();
        object.put("input", input);
        object.putAll(response.json());
        output.print(ReplSession.json(object) + "\n");
      } else if (!json) {
        output.print(response.text());
      }
      if (response.end()) {
        break;
      }
    }
    return worst;
  }
}
