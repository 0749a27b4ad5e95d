package dev.taffrail.repl;

import dev.taffrail.Workbench;
import dev.taffrail.object.Manifest;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.runtime.inventory.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Ten steps through the language, on objects of their own.
 *
 * @param step counted from 0; -1 outside of the tutorial
 * @param before the session as it was, to go back to
 * @param loaderBefore what it had loaded
 */
public record Tutorial(int step, Workbench before, Loader loaderBefore) {

  /** The tutorial of a session that is in none. */
  static Tutorial none(Workbench bench, Loader loader) {
    return new Tutorial(-1, bench, loader);
  }

  private boolean isRunning() {
    return step >= 0;
  }

  /** {@code :tutorial}, {@code :tutorial 4}, {@code :tutorial stop}. */
  public static Response command(ReplSession session, String words) {
    Tutorial now = session.tutorial();
    if (words.equals("stop") || words.equals("end") || words.equals("quit")) {
      if (!now.isRunning()) {
        return Response.said("no tutorial is running; :tutorial begins it\n");
      }
      now.leave(session);
      return Response.said("that was the tutorial; the session is as it was before\n");
    }
    boolean isNumber = words.matches("\\d{1,2}");
    int wanted = isNumber ? Integer.parseInt(words) - 1 : Math.max(now.step(), 0);
    boolean isStep = wanted >= 0 && wanted < TutorialStep.ALL.size();
    if (!words.isEmpty() && !isNumber || !isStep) {
      return Response.wrong(
          "there is no step `" + words + "`",
          "there are %d, and :tutorial stop".formatted(TutorialStep.ALL.size()));
    }
    if (!now.isRunning()) {
      now = new Tutorial(wanted, session.bench(), session.loader());
      session.loader(new Fixed());
      session.bench(bench(session.bench()));
    }
    session.tutorial(now.at(wanted));
    return Response.said(page(wanted, session.settings().ink()));
  }

  private Tutorial at(int next) {
    return new Tutorial(next, before, loaderBefore);
  }

  private void leave(ReplSession session) {
    session.bench(before);
    session.loader(loaderBefore);
    session.tutorial(none(before, loaderBefore));
  }

  /** Goes on if the input was what the present step is about. */
  Response after(String input, Response response, ReplSession session) {
    if (!isRunning()) {
      return response;
    }
    int done = lastDone(input.strip(), response);
    if (done < 0) {
      return response;
    }
    int next = done + 1;
    if (next < TutorialStep.ALL.size()) {
      session.tutorial(at(next));
      return response.saying(response.text() + "\n" + page(next, session.settings().ink()));
    }
    leave(session);
    return response.saying(
        response.text()
            + """

            That was the last step. The session is as it was before, and you can write policies:
            :help lists the commands, docs/language.md is the reference, and std.pss is worth a look:
            :load std.pss, :policies, :doc RunAsNonRoot. Your own manifests are read with :load FOLDER.
            """);
  }

  /** The last step that an input was about; somebody who goes ahead is not held back. */
  private int lastDone(String input, Response response) {
    for (int i = TutorialStep.ALL.size() - 1; i >= step; i--) {
      if (TutorialStep.ALL.get(i).isDone(input, response)) {
        return i;
      }
    }
    return -1;
  }

  private static String page(int step, Ink ink) {
    TutorialStep shown = TutorialStep.ALL.get(step);
    return ink.strong("%d of %d: %s".formatted(step + 1, TutorialStep.ALL.size(), shown.title()))
        + "\n"
        + indented(shown.text(), "  ")
        + "\n"
        + indented(shown.typed(), "    ");
  }

  private static String indented(String text, String indent) {
    return text.lines()
        .map(line -> (indent + line).stripTrailing() + "\n")
        .reduce("", String::concat);
  }

  private static Workbench bench(Workbench given) {
    return given.cleared().withObjects(List.of(objects()), Inventory.none());
  }

  private static Manifest objects() {
    try (InputStream in = Tutorial.class.getResourceAsStream("tutorial.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the build left out tutorial.yaml");
      }
      return new ManifestReader().read("tutorial.yaml", in);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The tutorial reads no files. */
  private static final class Fixed implements Loader {
    @Override
    public Loaded load(Workbench given) {
      return new Loaded(given, List.of(), 0);
    }

    @Override
    public Loader with(String name) throws Unloadable {
      throw new Unloadable(
          "the tutorial has objects of its own", List.of(":tutorial stop goes back to yours"));
    }

    @Override
    public Loader withParameter(String name, String value) throws Unloadable {
      return with(name);
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of();
    }

    @Override
    public List<Path> files() {
      return List.of();
    }
  }
}
