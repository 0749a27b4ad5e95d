package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Optional;

/**
 * Says why a member of a component cannot be told: what decides about it is not among the input.
 */
final class ComponentMembers {
  private ComponentMembers() {}

  /**
   * Never a value, but for an authentication that no file configures.
   *
   * @param rule as {@link Component#UNKNOWN_RULE} says
   */
  static Value of(String rule, ObjectValue view) {
    String member = rule.substring(Component.UNKNOWN_RULE.length());
    Optional<Node.Mapping> flags = view.node().mapping("flags");
    return switch (member) {
      case "authentication" -> {
        if (flags.stream().allMatch(f -> f.find("authenticationConfig").isEmpty())) {
          yield Value.absent();
        }
        throw fileUnknown(view, member, "authentication-config");
      }
      case "authorizers" -> throw fileUnknown(view, member, "authorization-config");
      case "config", "tls" -> throw fileUnknown(view, member, fileFlag(view));
      default ->
          throw noData(
              view,
              member,
              "`%s` is not known of a component that only its configuration file tells of"
                  .formatted(member));
    };
  }

  private static String fileFlag(ObjectValue view) {
    boolean etcd =
        view.node().text("component").filter(Component.ETCD.binary()::equals).isPresent();
    return etcd ? "config-file" : "config";
  }

  private static EvaluationError fileUnknown(ObjectValue view, String member, String flag) {
    return noData(
        view,
        member,
        "`%s` is not known, because the file that `--%s` names is not among the input"
            .formatted(member, flag));
  }

  private static EvaluationError noData(ObjectValue view, String member, String message) {
    Place place = view.place().key(member);
    return new EvaluationError(ErrorCode.NO_DATA, message, Optional.of(place));
  }
}
