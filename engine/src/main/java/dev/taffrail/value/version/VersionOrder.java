package dev.taffrail.value.version;

/** The order of one packaging system's versions. */
interface VersionOrder {
  /** Whether a text is a version of the system; only such texts are compared. */
  boolean accepts(String version);

  /** Negative, zero or positive; a total order, with zero for versions that mean the same. */
  int compare(String a, String b);
}
