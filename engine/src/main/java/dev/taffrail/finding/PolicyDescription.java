package dev.taffrail.finding;

import java.util.List;

/**
 * What the author of a policy says about it, for reports whose readers do not have the policy.
 *
 * @param policy qualified id
 * @param text the doc comment, Markdown, or empty
 * @param references addresses of further reading, as written
 * @param formerly ids it had before
 */
public record PolicyDescription(
    String policy, String text, List<String> references, List<String> formerly) {
  public PolicyDescription {
    references = List.copyOf(references);
    formerly = List.copyOf(formerly);
  }
}
