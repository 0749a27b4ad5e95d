package dev.taffrail.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.taffrail.finding.Decision;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Admission;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.source.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a webhook answers to an {@code AdmissionReview}, made from findings alone.
 *
 * <p>Immutable. The fields are those of {@code AdmissionResponse} in {@code
 * k8s.io/api/admission/v1/types.go}.
 *
 * @param uid that of the request; empty if it could not be read, and then the API server refuses
 *     the answer and does as {@code failurePolicy} says
 * @param message what kubectl prints when the request is refused, at most {@link #MESSAGE}
 *     characters; empty if it is allowed
 * @param warnings what kubectl prints in any case; each at most {@link #WARNING} characters, all
 *     together at most {@link #WARNINGS}
 * @param auditAnnotations ids of policies by what they came to, for the audit log of the API
 *     server; sorted by name
 */
public record AdmissionResponse(
    String uid,
    boolean allowed,
    String message,
    List<String> warnings,
    Map<String, String> auditAnnotations) {
  /** Most characters of a message: about a screen. */
  public static final int MESSAGE = 2_000;

  /**
   * Most characters of a warning. Source: "Extensible admission controllers" of the Kubernetes
   * documentation, section Response, as are those of all warnings.
   */
  public static final int WARNING = 256;

  /** Most characters of all warnings; the API server drops what goes beyond. */
  public static final int WARNINGS = 4_096;

  private static final int ANNOTATION = 1_000;

  public AdmissionResponse {
    warnings = List.copyOf(warnings);
    auditAnnotations = Collections.unmodifiableMap(new TreeMap<>(auditAnnotations));
  }

  /**
   * The answer to a review.
   *
   * @param review the document of the API server as it was read
   * @param report what a scan of it came to
   * @return a refusal if a finding denies, and also if a policy was not judged for want of data or
   *     the document does not ask about exactly one object: what nobody has judged is not allowed
   */
  public static AdmissionResponse to(Manifest review, Report report) {
    var findings = report.findings();
    var asked = review.objects().stream().filter(o -> o.admission().isPresent()).toList();
    var uid = asked.stream().findFirst().flatMap(AdmissionResponse::uid).orElse("");
    boolean judged =
        asked.size() == 1 && review.objects().size() == 1 && report.notJudged().isEmpty();
    boolean allowed = judged && Decision.of(findings) == Decision.ALLOW;
    return new AdmissionResponse(
        uid,
        allowed,
        allowed ? "" : AdmissionText.message(report, MESSAGE),
        AdmissionText.warnings(AdmissionText.having(findings, Enforcement.WARN), WARNING, WARNINGS),
        annotations(report));
  }

  private static Optional<String> uid(KubernetesObject object) {
    return object.admission().map(Admission::request).flatMap(request -> request.text("uid"));
  }

  /** Keys are written without a prefix; the API server puts the name of the webhook before it. */
  private static Map<String, String> annotations(Report report) {
    var findings = report.findings();
    var found = new TreeMap<String, String>();
    for (Enforcement level : List.of(Enforcement.DENY, Enforcement.WARN, Enforcement.AUDIT)) {
      put(found, level.word(), AdmissionText.having(findings, level).stream().map(Finding::policy));
    }
    put(found, Outcome.WAIVED, findings);
    put(found, Outcome.ERROR, findings);
    put(found, "notJudged", report.notJudged().stream().map(NotJudged::policy));
    return found;
  }

  private static void put(Map<String, String> into, Outcome outcome, List<Finding> findings) {
    put(
        into,
        outcome.word(),
        findings.stream().filter(f -> f.outcome() == outcome).map(Finding::policy));
  }

  private static void put(Map<String, String> into, String key, Stream<String> policies) {
    String ids = policies.distinct().sorted().collect(Collectors.joining(" "));
    if (!ids.isEmpty()) {
      into.put(key, Printable.shortened(ids, ANNOTATION));
    }
  }

  /** The {@code AdmissionReview} to send, as JSON. */
  public String json() {
    var text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      json.writeStartObject();
      json.writeStringField("apiVersion", "admission.k8s.io/v1");
      json.writeStringField("kind", "AdmissionReview");
      json.writeObjectFieldStart("response");
      write(json);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStringField("uid", uid);
    json.writeBooleanField("allowed", allowed);
    if (!allowed) {
      json.writeObjectFieldStart("status");
      json.writeNumberField("code", 403);
      json.writeStringField("reason", "Forbidden");
      json.writeStringField("message", message);
      json.writeEndObject();
    }
    if (!warnings.isEmpty()) {
      json.writeArrayFieldStart("warnings");
      for (String warning : warnings) {
        json.writeString(warning);
      }
      json.writeEndArray();
    }
    if (!auditAnnotations.isEmpty()) {
      json.writeObjectFieldStart("auditAnnotations");
      for (var entry : auditAnnotations.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
  }
}
