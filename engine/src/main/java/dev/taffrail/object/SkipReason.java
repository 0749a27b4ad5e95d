package dev.taffrail.object;

/** What a part of a file is that is not judged. */
enum SkipReason {
  HELM_TEMPLATE("Helm template source; render it with `helm template` first"),
  KUSTOMIZATION("Kustomize configuration; render it with `kustomize build` first"),
  TOOL_CONFIGURATION("configuration of a tool, not an object for the API server"),
  ADMISSION_RESPONSE("AdmissionReview without a request: an answer, which asks for nothing"),
  HELM_CHART("Helm chart metadata"),
  COMPOSE("Compose file"),
  NOT_AN_OBJECT("no Kubernetes object: it lacks `apiVersion` or `kind`"),
  NOT_YAML("no Kubernetes object, and not readable as YAML or JSON"),
  BEHIND_DOCUMENT_END(
      "text behind the end of a document; kubectl ignores it without a `---` before it");

  private final String text;

  SkipReason(String text) {
    this.text = text;
  }

  /** As reports print it. */
  String text() {
    return text;
  }
}
