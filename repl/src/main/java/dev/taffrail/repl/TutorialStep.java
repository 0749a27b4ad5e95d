package dev.taffrail.repl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the ten steps.
 *
 * @param title a few words
 * @param text why, for somebody who knows Kubernetes
 * @param typed what to type
 * @param wanted what an input must look like to go on
 */
record TutorialStep(String title, String text, String typed, Pattern wanted) {

  /** Whether an input was what the step is about, and was answered. */
  boolean isDone(String input, Response response) {
    boolean answered =
        response.status() == Response.Status.GOOD
            || response.status() == Response.Status.VIOLATIONS;
    return answered && wanted.matcher(input).find();
  }

  static final List<TutorialStep> ALL =
      List.of(
          step(
              "values",
              """
              What you type is evaluated and answered with its value and its type. Quantities,
              durations and the like are written as in Kubernetes.""",
              "3 * 512Mi > 1Gi",
              "(?s)^[^:].*"),
          step(
              "objects",
              """
              This session has a few objects of its own; `:objects` counts them. Objects are found by
              kind, namespace and name, and get a name of yours with `=`. Try Tab while you type.""",
              "web = object(Deployment, \"shop\", \"web\")",
              "\\bobject\\("),
          step(
              "fields",
              """
              Fields are read as they are written in manifests. The answer tells the file and line it
              was read from. Tab behind a dot lists the fields.""",
              "web.spec.template.spec.containers[0].image",
              "containers\\[\\d\\]\\.image"),
          step(
              "what is not set",
              """
              The second container has no memory limit. Nothing passes silently here: an unset field is
              `unset`, or what Kubernetes takes it for. Look at this one; `web.spec.paused` is of the
              other kind.""",
              "web.spec.template.spec.containers[1].resources.limits.memory",
              "limits\\.memory|paused"),
          step(
              "checks",
              """
              `require` and `forbid` check something. `!` says: it must be set, and if it is not, that is
              a violation. `for each` goes through a list.""",
              "for each c in web.spec.template.spec.containers { require c.resources.limits.memory! <= 1Gi }",
              "(?s)\\b(require|forbid)\\b.*"),
          step(
              "a policy",
              """
              A policy is a check with a target. This one is about pods, and so about everything that
              runs pods. `?? "latest"` says what a missing tag means. The input goes on over several
              lines while a brace is open.""",
              """
              policy NoLatest {
                target pod: Pod
                for each c in pod.allContainers {
                  forbid (c.image.tag ?? "latest") == "latest"
                }
              }""",
              "(?s)\\bpolicy\\s+\\w+"),
          step(
              "running it",
              """
              `:run` judges all objects by a policy, and tells for each violation what was found, and
              where.""",
              ":run NoLatest",
              "^:ru?n?\\b"),
          step(
              "why",
              """
              `:why` tells what decided, for objects that pass too: each check with the values and their
              lines. `:step NoLatest CronJob shop/report` goes through it statement by statement.""",
              ":why Deployment shop/web NoLatest",
              "^:(wh?y?|st\\w*)\\b"),
          step(
              "what if, and a test",
              """
              `:whatif Deployment shop/web spec.replicas = 1` tells what an edit would change. A test
              keeps such a case: what is given, and what is expected. Type it, then `:test`.""",
              """
              test "a tag is wanted" for NoLatest {
                let pod: Pod = yaml\"""
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: a}
                  spec: {containers: [{name: c, image: nginx}]}
                  \"""
                given pod
                expect violation at "spec.containers[0].image"
              }""",
              "^:te?s?t?\\b"),
          step(
              "keeping it",
              """
              What you typed is gone when the session ends, unless you save it: a file that
              `taffrail check --policies FILE` and `taffrail test FILE` read.""",
              ":save no-latest.rail",
              "^:sa\\w*\\b"));

  private static TutorialStep step(String title, String text, String typed, String wanted) {
    return new TutorialStep(title, text, typed, Pattern.compile(wanted));
  }
}
