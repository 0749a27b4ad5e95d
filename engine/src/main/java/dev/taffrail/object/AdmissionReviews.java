package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code AdmissionReview} documents, the form in which an API server asks a webhook: the
 * object to judge stands inside. Source: {@code k8s.io/api/admission/v1/types.go},
 * AdmissionRequest.
 */
final class AdmissionReviews {
  private static final String GROUP = "admission.k8s.io";

  private final SourceFile source;
  private final Node.Mapping review;
  private final int document;

  private AdmissionReviews(SourceFile source, Node.Mapping review, int document) {
    this.source = source;
    this.review = review;
    this.document = document;
  }

  /** What became of a review. */
  sealed interface Reading {
    /**
     * Something is asked.
     *
     * @param problems what is wrong with the metadata of the objects
     */
    record Asked(KubernetesObject object, List<ReadProblem> problems) implements Reading {}

    /** It cannot be judged. */
    record Wrong(List<ReadProblem> problems) implements Reading {}

    /** What a webhook sends back. */
    record Answer() implements Reading {}
  }

  static boolean isReview(GroupVersionKind kind) {
    return kind.group().equals(GROUP) && kind.kind().equals("AdmissionReview");
  }

  static Reading read(SourceFile source, Node.Mapping review, int document) {
    return new AdmissionReviews(source, review, document).read();
  }

  private Reading read() {
    if (!review.text("apiVersion").equals(Optional.of(GROUP + "/v1"))) {
      return wrong(
          FieldPath.ROOT.key("apiVersion"),
          "this version of AdmissionReview is not known",
          "register the webhook with `admissionReviewVersions: [v1]`");
    }
    Optional<Node> request = review.find("request");
    if (request.isEmpty()) {
      return review.find("response").isPresent()
          ? new Reading.Answer()
          : wrong(
              FieldPath.ROOT,
              "this AdmissionReview has no `request`",
              "give the document that the API server sends");
    }
    return request.get() instanceof Node.Mapping asked
        ? request(asked)
        : wrong(path(), "`request` is " + request.get().what() + ", not an object", "mend it");
  }

  private Reading request(Node.Mapping request) {
    Optional<String> operation = request.text("operation").filter(Admission.OPERATIONS::contains);
    if (operation.isEmpty()) {
      return wrong(
          path().key("operation"),
          "`operation` is none of " + String.join(", ", Admission.OPERATIONS),
          "give the document that the API server sends");
    }
    Reading now = part(request, "object");
    Reading before = part(request, "oldObject");
    if (now instanceof Reading.Wrong || before instanceof Reading.Wrong) {
      return now instanceof Reading.Wrong ? now : before;
    }
    Optional<KubernetesObject> old = found(before);
    // a DELETE sends no new object: what is judged is what goes
    Optional<KubernetesObject> judged = found(now).or(() -> old);
    if (judged.isEmpty()) {
      return wrong(
          path(),
          "this request has neither `object` nor `oldObject`, so there is nothing to judge",
          "give the document that the API server sends");
    }
    var admission =
        new Admission(operation.get(), request.text("subResource").orElse(""), request, old);
    return new Reading.Asked(asked(judged.get(), admission), problems(now, before));
  }

  /** Before an object is stored, its name and namespace may stand in the request only. */
  private KubernetesObject asked(KubernetesObject object, Admission admission) {
    return new KubernetesObject(
        object.source(),
        object.root(),
        object.kind(),
        object.namespace().or(() -> text(admission, "namespace")),
        object.name().isEmpty() ? text(admission, "name").orElse("") : object.name(),
        object.document(),
        object.item(),
        Optional.of(admission));
  }

  private static Optional<String> text(Admission admission, String field) {
    return admission.request().text(field).filter(value -> !value.isEmpty());
  }

  private Reading part(Node.Mapping request, String field) {
    Optional<Node> part = request.find(field);
    if (part.isEmpty()) {
      return new Reading.Answer();
    }
    if (!(part.get() instanceof Node.Mapping root)
        || !(ObjectIdentity.of(root) instanceof ObjectIdentity.Known known)) {
      return wrong(
          path().key(field),
          "`" + field + "` is no Kubernetes object",
          "it needs `apiVersion` and `kind`");
    }
    return new Reading.Asked(
        KubernetesObject.of(source, root, known.kind(), document),
        MetadataCheck.problems(source, root));
  }

  private static Optional<KubernetesObject> found(Reading part) {
    return part instanceof Reading.Asked asked ? Optional.of(asked.object()) : Optional.empty();
  }

  private static List<ReadProblem> problems(Reading now, Reading before) {
    return now instanceof Reading.Asked asked
        ? asked.problems()
        : before instanceof Reading.Asked asked ? asked.problems() : List.of();
  }

  private static FieldPath path() {
    return FieldPath.ROOT.key("request");
  }

  private Reading wrong(FieldPath path, String message, String help) {
    var span = NodeLocator.locate(source, review, path).span();
    return new Reading.Wrong(List.of(new ReadProblem(span, message, help)));
  }
}
