package dev.taffrail.compiler.check;

import java.util.List;
import java.util.Locale;

/**
 * The capabilities Linux knows, and {@code ALL}, which stands for every one of them.
 *
 * <p>The list is open: a newer kernel may know more, so a name that is not in it is only a warning.
 */
final class Capabilities {
  /** As in the kernel's {@code include/uapi/linux/capability.h} since 5.9, without {@code CAP_}. */
  static final List<String> KNOWN =
      List.of(
          "ALL",
          "AUDIT_CONTROL",
          "AUDIT_READ",
          "AUDIT_WRITE",
          "BLOCK_SUSPEND",
          "BPF",
          "CHECKPOINT_RESTORE",
          "CHOWN",
          "DAC_OVERRIDE",
          "DAC_READ_SEARCH",
          "FOWNER",
          "FSETID",
          "IPC_LOCK",
          "IPC_OWNER",
          "KILL",
          "LEASE",
          "LINUX_IMMUTABLE",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "MKNOD",
          "NET_ADMIN",
          "NET_BIND_SERVICE",
          "NET_BROADCAST",
          "NET_RAW",
          "PERFMON",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYSLOG",
          "SYS_ADMIN",
          "SYS_BOOT",
          "SYS_CHROOT",
          "SYS_MODULE",
          "SYS_NICE",
          "SYS_PACCT",
          "SYS_PTRACE",
          "SYS_RAWIO",
          "SYS_RESOURCE",
          "SYS_TIME",
          "SYS_TTY_CONFIG",
          "WAKE_ALARM");

  private Capabilities() {}

  /** Whether a text names one, in any spelling that a runtime takes. */
  static boolean knows(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return KNOWN.contains(upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper);
  }
}
