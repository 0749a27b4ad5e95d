package dev.taffrail.bench;

import java.util.List;

/** The names of the checks, in the order of their files. */
final class CheckNames {
  static final List<String> ALL =
      List.of(
          "no-privileged-containers",
          "no-privilege-escalation",
          "run-as-non-root",
          "run-as-user-not-zero",
          "read-only-root-filesystem",
          "drop-all-capabilities",
          "few-added-capabilities",
          "seccomp-profile",
          "no-host-namespaces",
          "no-host-path-volumes",
          "no-host-ports",
          "no-service-account-token",
          "resource-requests",
          "memory-limit",
          "readiness-probe",
          "liveness-probe",
          "pinned-images",
          "approved-registry",
          "replicas",
          "labels");

  private CheckNames() {}
}
