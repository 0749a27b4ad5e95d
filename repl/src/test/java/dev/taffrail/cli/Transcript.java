package dev.taffrail.cli;

import dev.taffrail.repl.ReplSession;
import dev.taffrail.testkit.ProjectFolders;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A session as it is written down: what is typed stands behind {@code rail>}, and {@code ....>} on
 * further lines; what comes back stands below it.
 *
 * <p>{@code EMPTY/} in an input is a folder of its own.
 */
final class Transcript {
  private static final String PROMPT = "rail>";
  private static final String MORE = "....>";

  private Transcript() {}

  /** The transcript with what comes back now. */
  static String replayed(String words, String transcript, Path empty) throws UsageMistake {
    Path root = ProjectFolders.root();
    List<String> arguments =
        Arrays.stream(words.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.matches("[a-z]+/.*") ? root.resolve(word).toString() : word)
            .toList();
    var nothing =
        new Surroundings(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of(),
            () -> false);
    ReplSession session = ReplCommand.session(arguments, nothing);
    var text = new StringBuilder();
    for (List<String> input : inputs(transcript)) {
      for (int i = 0; i < input.size(); i++) {
        text.append(((i == 0 ? PROMPT : MORE) + " " + input.get(i)).stripTrailing() + "\n");
      }
      String typed =
          String.join("\n", input)
              .replace("EMPTY/", empty + "/")
              .replace("examples/", root.resolve("examples") + "/");
      text.append(
          session
              .enter(typed)
              .text()
              .replace(empty + "/", "EMPTY/")
              .replace(root + "/", "")
              .replaceAll("(?m)^\\d+ ms$", "… ms"));
    }
    return text.toString();
  }

  private static List<List<String>> inputs(String transcript) {
    var inputs = new ArrayList<List<String>>();
    for (String line : transcript.lines().toList()) {
      if (line.startsWith(PROMPT)) {
        inputs.add(new ArrayList<>(List.of(line.substring(PROMPT.length()).strip())));
      } else if (line.startsWith(MORE) && !inputs.isEmpty()) {
        inputs
            .getLast()
            .add(line.substring(MORE.length() + (line.length() > MORE.length() ? 1 : 0)));
      }
    }
    return inputs;
  }
}
