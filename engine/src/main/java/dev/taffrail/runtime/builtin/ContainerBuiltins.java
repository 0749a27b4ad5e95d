package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.STRING;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.FieldPath;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Members of containers. */
final class ContainerBuiltins {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");

  private final ObjectType container;
  private final ObjectType probe;
  private final ObjectType handler;
  private final ObjectType securityContext;
  private final EffectiveSecurity security;

  private ContainerBuiltins(SchemaTypes types) {
    this.container = types.type("Container").orElseThrow();
    this.probe = types.type("Probe").orElseThrow();
    this.handler = types.type("LifecycleHandler").orElseThrow();
    this.securityContext = types.type("SecurityContext").orElseThrow();
    this.security = new EffectiveSecurity(types.type("PodSpec").orElseThrow(), securityContext);
  }

  static List<Builtin> all(SchemaTypes types) {
    return new ContainerBuiltins(types).members();
  }

  private List<Builtin> members() {
    return List.of(
        ObjectMember.of(
            container,
            "role",
            ContainerRole.TYPE,
            "What it is for: `init` runs before the others, `sidecar` beside them, `ephemeral` is"
                + " for debugging.",
            "pod.allContainers.last!.role == \"ephemeral\"",
            (receiver, reader) -> new Value.Text(ContainerRole.of(receiver, reader).word())),
        ObjectMember.of(
            container,
            "security",
            securityContext,
            "The security context in effect: what the container does not set for itself it inherits"
                + " from the pod, as far as pods have it.",
            "pod.spec.containers.first!.security.runAsNonRoot!",
            security::of),
        ObjectMember.of(
            container,
            "probes",
            new Type.ListOf(probe),
            "The probes that are set: liveness, readiness, startup.",
            "pod.spec.containers.first!.probes.size == 1",
            ContainerBuiltins::probes),
        ObjectMember.of(
            container,
            "handlers",
            new Type.ListOf(handler),
            "Everything the kubelet calls: the probes, then the hooks postStart and preStop.",
            "pod.spec.containers.first!.handlers.size == 2",
            this::handlers),
        ObjectMember.of(
            container,
            "commandTexts",
            new Type.ListOf(STRING),
            "Every command line in it, its words joined by blanks: command and args together, then"
                + " those of probes and hooks.",
            "pod.spec.containers.first!.commandTexts.first! == \"serve --port 8080\"",
            this::commandTexts),
        ObjectMember.of(
            probe,
            "name",
            STRING,
            "The field it stands in, `livenessProbe` and so on.",
            "pod.spec.containers.first!.probes.first!.name == \"readinessProbe\"",
            (receiver, reader) -> new Value.Text(field(receiver))));
  }

  private static ListValue probes(ObjectValue container, FieldReader reader) {
    var probes = new Gathering();
    for (String field : PROBES) {
      ObjectMember.record(container, field, reader).ifPresent(probes::add);
    }
    return probes.list();
  }

  /** A probe has the parts of a hook that matter here, so it is shown as one. */
  private ListValue handlers(ObjectValue container, FieldReader reader) {
    var handlers = new Gathering();
    for (Value element : probes(container, reader).elements()) {
      handlers.add(ObjectMember.as(handler, (ObjectValue) element));
    }
    ObjectMember.record(container, "lifecycle", reader)
        .ifPresent(
            lifecycle -> {
              ObjectMember.record(lifecycle, "postStart", reader).ifPresent(handlers::add);
              ObjectMember.record(lifecycle, "preStop", reader).ifPresent(handlers::add);
            });
    return handlers.list();
  }

  private ListValue commandTexts(ObjectValue container, FieldReader reader) {
    var texts = new Gathering();
    ListValue command = ObjectMember.list(container, "command", reader);
    ListValue arguments = ObjectMember.list(container, "args", reader);
    var words = new ArrayList<>(command.elements());
    words.addAll(arguments.elements());
    if (!words.isEmpty()) {
      String first = command.elements().isEmpty() ? "args" : "command";
      texts.add(joined(words), container.place().key(first));
    }
    for (Value element : handlers(container, reader).elements()) {
      ObjectMember.record((ObjectValue) element, "exec", reader)
          .filter(exec -> !ObjectMember.list(exec, "command", reader).elements().isEmpty())
          .ifPresent(
              exec ->
                  texts.add(
                      joined(ObjectMember.list(exec, "command", reader).elements()),
                      exec.place().key("command")));
    }
    return texts.list();
  }

  private static Value joined(List<Value> words) {
    return new Value.Text(
        words.stream().map(word -> ((Value.Text) word).value()).collect(Collectors.joining(" ")));
  }

  private static String field(ObjectValue record) {
    return record.place().path().steps().getLast() instanceof FieldPath.Step.Key key
        ? key.name()
        : "";
  }
}
