package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What built-ins and rules for defaults read, where that is less than the whole record they are
 * asked of, or lies outside of it.
 *
 * <p>A built-in that is not listed reads all of its arguments; a rule that is not listed reads all
 * of the record. Nothing else may look at what surrounds a record.
 */
public final class KnownReads {
  /**
   * A field of a record.
   *
   * @param record its name; empty for the record that is asked
   * @param field empty for the whole record
   */
  record Read(String record, Optional<String> field) {}

  private static final String CONTAINERS =
      "Pod.spec PodSpec.initContainers PodSpec.containers PodSpec.ephemeralContainers";

  private static final Map<String, List<Read>> BUILTINS =
      table(
          """
          Pod.allContainers: CONTAINERS
          Pod.longRunningContainers: CONTAINERS Container.restartPolicy
          Pod.declaredPorts: CONTAINERS Container.restartPolicy Container.ports
          Pod.replicas: DeploymentSpec.replicas ReplicaSetSpec.replicas StatefulSetSpec.replicas ReplicationControllerSpec.replicas JobSpec.parallelism
          Pod.workloadName:
          Deployment.pod:
          DaemonSet.pod:
          StatefulSet.pod:
          ReplicaSet.pod:
          ReplicationController.pod:
          Job.pod:
          CronJob.pod:
          PodTemplate.pod:
          Pod.serviceAccount: Pod.spec PodSpec.serviceAccountName PodSpec.serviceAccount
          Pod.volumesByName: Pod.spec PodSpec.volumes Volume.name
          Pod.volumeNames: Pod.spec PodSpec.volumes Volume.name StatefulSetSpec.volumeClaimTemplates PersistentVolumeClaim.metadata ObjectMeta.name
          Container.role: Container.restartPolicy
          Container.security: Container.securityContext SecurityContext PodSpec.securityContext PodSecurityContext
          Container.probes: Container.livenessProbe Container.readinessProbe Container.startupProbe
          Probe.name:
          """);

  private static final Map<String, List<Read>> RULES =
      table(
          """
          autoscalerMetrics:
          hostPort: .containerPort PodSpec.hostNetwork
          imagePullPolicy: .image
          imageVolumePullPolicy: .reference
          jobBackoffLimit: .backoffLimitPerIndex
          jobPodReplacementPolicy: .podFailurePolicy
          policyTypes: .egress
          serviceAccountName: .serviceAccount
          subjectGroup: .kind
          targetPort: .port
          templateLabels: .template PodTemplateSpec.metadata ObjectMeta.labels
          webhookFailurePolicy:
          webhookMatchPolicy:
          webhookTimeout:
          """);

  private KnownReads() {}

  private static Map<String, List<Read>> table(String text) {
    return text.replace("CONTAINERS", CONTAINERS)
        .lines()
        .map(line -> line.split(":", 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0],
                parts ->
                    Arrays.stream(parts[1].split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(KnownReads::read)
                        .toList()));
  }

  private static Read read(String word) {
    int dot = word.indexOf('.');
    return dot < 0
        ? new Read(word, Optional.empty())
        : new Read(word.substring(0, dot), Optional.of(word.substring(dot + 1)));
  }

  /** What a built-in reads; empty if it may read everything of its arguments. */
  static Optional<List<Read>> ofBuiltin(Signature signature) {
    return signature
        .receiver()
        .filter(ObjectType.class::isInstance)
        .map(type -> ((ObjectType) type).name() + "." + signature.name())
        .flatMap(name -> Optional.ofNullable(BUILTINS.get(name)));
  }

  /** What is read for the default of a field; empty if it may be everything of its record. */
  static Optional<List<Read>> ofDefault(Field.Fallback.Contextual fallback) {
    return fallback.rule().startsWith("empty record ")
        ? Optional.of(List.of())
        : Optional.ofNullable(RULES.get(fallback.rule()));
  }

  /**
   * The names of the fields that the default of a field depends on.
   *
   * @return empty if it may be every field of the record, an empty list if the default is a fixed
   *     one that is only too large to be written as a constant
   */
  public static Optional<List<String>> fieldsOfDefault(Field.Fallback.Contextual fallback) {
    return ofDefault(fallback)
        .map(reads -> reads.stream().flatMap(read -> read.field().stream()).toList());
  }

  /**
   * What is read whatever policies say: a record that is read whole may need the network of its
   * pod, and definitions tell which kinds there are.
   */
  static Stream<Read> always() {
    return Stream.of(
            "PodSpec.hostNetwork",
            "CustomResourceDefinition.spec",
            "CustomResourceDefinitionSpec.group",
            "CustomResourceDefinitionSpec.names",
            "CustomResourceDefinitionNames.kind")
        .map(KnownReads::read);
  }
}
