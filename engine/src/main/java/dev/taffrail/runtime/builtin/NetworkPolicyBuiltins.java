package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.INT_OR_STRING;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Members of NetworkPolicies and of the ports they name. */
final class NetworkPolicyBuiltins {
  private final ObjectType policy;
  private final ObjectType ingressRule;
  private final ObjectType egressRule;
  private final ObjectType peer;
  private final ObjectType port;
  private final ObjectType containerPort;
  private final Type policyType;

  private NetworkPolicyBuiltins(SchemaTypes types) {
    this.policy = types.type("NetworkPolicy").orElseThrow();
    this.ingressRule = types.type("NetworkPolicyIngressRule").orElseThrow();
    this.egressRule = types.type("NetworkPolicyEgressRule").orElseThrow();
    this.peer = types.type("NetworkPolicyPeer").orElseThrow();
    this.port = types.type("NetworkPolicyPort").orElseThrow();
    this.containerPort = types.type("ContainerPort").orElseThrow();
    this.policyType = types.textEnum("PolicyType").orElseThrow();
  }

  static List<Builtin> all(SchemaTypes types) {
    return new NetworkPolicyBuiltins(types).members();
  }

  private List<Builtin> members() {
    var peers = new Type.ListOf(peer);
    return List.of(
        ObjectMember.of(
            policy,
            "effectiveTypes",
            new Type.ListOf(policyType),
            "The directions it restricts: what `policyTypes` says, else ingress, and egress if it"
                + " has egress rules.",
            "\"Ingress\" in networkPolicy.effectiveTypes",
            (receiver, reader) -> reader.read(spec(receiver, reader), "policyTypes")),
        rules(peers),
        ObjectMember.of(
            ingressRule,
            "peers",
            peers,
            "Who may connect, `from`; none means everybody.",
            "networkPolicy.spec.ingress.first!.peers.size == 1",
            (receiver, reader) -> reader.read(receiver, "from")),
        ObjectMember.of(
            egressRule,
            "peers",
            peers,
            "Who may be connected to, `to`; none means everybody.",
            "networkPolicy.spec.egress.first!.peers is empty",
            (receiver, reader) -> reader.read(receiver, "to")),
        names());
  }

  private Builtin rules(Type peers) {
    var rule =
        new Type.RecordType(
            Optional.of("NetworkPolicyRule"),
            List.of(
                new Type.RecordField("peers", peers, false, Optional.empty()),
                new Type.RecordField("ports", new Type.ListOf(port), false, Optional.empty())));
    var direction = new Signature.Parameter("direction", policyType);
    var signature =
        new Signature(
            "rules", Optional.of(policy), true, List.of(direction), new Type.ListOf(rule));
    return new Builtin(
        signature,
        "The rules of one direction, with peers and ports.",
        "networkPolicy.rules(\"Ingress\").size == 1",
        (arguments, context) ->
            rules((ObjectValue) arguments.get(0), arguments.get(1), context.reader()));
  }

  private static Value rules(ObjectValue policy, Value direction, FieldReader reader) {
    ObjectValue spec = spec(policy, reader);
    boolean ingress = direction.equals(new Value.Text("Ingress"));
    ListValue written = ObjectMember.list(spec, ingress ? "ingress" : "egress", reader);
    var rules = new Gathering();
    for (Value element : written.elements()) {
      ObjectValue rule = (ObjectValue) element;
      var fields = new LinkedHashMap<String, Value>();
      fields.put("peers", reader.read(rule, ingress ? "from" : "to"));
      fields.put("ports", reader.read(rule, "ports"));
      rules.add(new RecordValue(fields), rule.place());
    }
    return rules.list();
  }

  private Builtin names() {
    var named = new Signature.Parameter("port", containerPort);
    var signature = new Signature("names", Optional.of(INT_OR_STRING), true, List.of(named), BOOL);
    return new Builtin(
        signature,
        "Whether it means this port of a container, by number or by name.",
        "service.spec.ports.first!.targetPort.names(pod.declaredPorts.first!)",
        (arguments, context) ->
            names(
                ((IntOrString) arguments.get(0)).content(),
                (ObjectValue) arguments.get(1),
                context.reader()));
  }

  private static Value names(Value content, ObjectValue port, FieldReader reader) {
    return Value.Bool.of(
        content.equals(reader.read(port, content instanceof Value.Int ? "containerPort" : "name")));
  }

  private static ObjectValue spec(ObjectValue policy, FieldReader reader) {
    return ObjectMember.record(policy, "spec", reader)
        .orElseThrow(
            () ->
                new EvaluationError(
                    ErrorCode.REQUIRED_FIELD_MISSING,
                    "`spec` is not set",
                    Optional.of(policy.place())));
  }
}
