package dev.taffrail.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The objects of a cluster that does not exist, as JSON, the same in every run.
 *
 * <p>They name each other as those of a real one do, mostly rightly: pods mount Secrets and run as
 * ServiceAccounts, Services, budgets and NetworkPolicies select pods, bindings bind roles. One in a
 * dozen of these names leads nowhere, and some applications share their labels with another.
 */
final class MadeUpCluster {
  private static final long SEED = 20_240_607;

  private final ClusterShape shape;
  private final Map<String, List<String>> byKind = new TreeMap<>();
  private int size;

  private MadeUpCluster(ClusterShape shape) {
    this.shape = shape;
  }

  /** The objects by kind, at least this many. */
  static Map<String, List<String>> of(int objects, ClusterShape shape) {
    var cluster = new MadeUpCluster(shape);
    cluster.addWhatEveryClusterHas();
    for (int group = 0; cluster.size < objects; group++) {
      cluster.addGroup(group, new SplittableRandom(SEED + group));
    }
    return Collections.unmodifiableMap(cluster.byKind);
  }

  private void addWhatEveryClusterHas() {
    for (String name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
      add("v1", "Namespace", "\"name\":\"" + name + "\"", "");
    }
    add(
        "rbac.authorization.k8s.io/v1",
        "ClusterRole",
        "\"name\":\"cluster-admin\"",
        ",'rules':[{'apiGroups':['*'],'resources':['*'],'verbs':['*']}]");
    add(
        "rbac.authorization.k8s.io/v1",
        "ClusterRole",
        "\"name\":\"whole\"",
        ",'aggregationRule':{'clusterRoleSelectors':[{'matchLabels':{'part-of':'whole'}}]},'rules':[]");
    for (String name : List.of("gold", "silver")) {
      add(
          "scheduling.k8s.io/v1",
          "PriorityClass",
          "\"name\":\"" + name + "\"",
          ",'value':1000,'description':'" + name + "'");
    }
  }

  /** About a hundred objects: in most shapes a namespace and what lies in it. */
  private void addGroup(int group, SplittableRandom random) {
    String namespace = shape.hasOneNamespace() ? "all" : "team-" + group;
    if (group == 0 || !shape.hasOneNamespace()) {
      add(
          "v1",
          "Namespace",
          "'name':'%s','labels':{'kubernetes.io/metadata.name':'%s'%s}"
              .formatted(
                  namespace,
                  namespace,
                  random.nextInt(3) == 0 ? ",'pod-security.kubernetes.io/enforce':'baseline'" : ""),
          "");
      add("v1", "ResourceQuota", in(namespace, "quota"), ",'spec':{'hard':{'pods':'100'}}");
      add("v1", "ServiceAccount", in(namespace, "default"), "");
      denyAll(namespace, random);
    }
    for (int app = 0; app < 10; app++) {
      addApplication(namespace, "app-" + group + "-" + app, random);
    }
    addPermissions(namespace, group, random);
    if (group % 20 == 0) {
      addAdmission(namespace, group, random);
    }
  }

  private void denyAll(String namespace, SplittableRandom random) {
    if (random.nextInt(2) == 0) {
      add(
          "networking.k8s.io/v1",
          "NetworkPolicy",
          in(namespace, "deny-all"),
          ",'spec':{'podSelector':{},'policyTypes':['Ingress','Egress']}");
    }
  }

  private void addApplication(String namespace, String app, SplittableRandom random) {
    String labels = labels(app, random);
    String account = random.nextInt(4) == 0 ? "default" : app;
    String pod =
        """
        'serviceAccountName':'%s','priorityClassName':'%s',\
        'containers':[{'name':'app','image':'registry.example/shop/app:1.%d',\
        'ports':[{'name':'http','containerPort':8080}],\
        'env':[{'name':'MODE','value':'live'},{'name':'DB','valueFrom':{'secretKeyRef':{'name':'%s','key':'password'}}}],\
        'envFrom':[{'configMapRef':{'name':'%s'}}],\
        'resources':{'requests':{'cpu':'100m','memory':'128Mi'},'limits':{'memory':'256Mi'}},\
        'securityContext':{'allowPrivilegeEscalation':false},\
        'volumeMounts':[{'name':'credentials','mountPath':'/var/run/credentials'}]}],\
        'volumes':[{'name':'credentials','secret':{'secretName':'%s'}}]\
        """
            .formatted(
                account,
                random.nextInt(20) == 0 ? "bronze" : "gold",
                random.nextInt(100),
                mostly(app + "-database", random),
                mostly(app, random),
                app + "-credentials");
    String template = "'template':{'metadata':{'labels':{%s}},'spec':{%s}}".formatted(labels, pod);
    String selector = "'selector':{'matchLabels':{%s}}".formatted(labels);
    boolean stateful = random.nextInt(5) == 0;
    String kind = stateful ? "StatefulSet" : "Deployment";
    add(
        "apps/v1",
        kind,
        in(namespace, app),
        ",'spec':{'replicas':%d,%s,%s%s}"
            .formatted(
                1 + random.nextInt(3),
                selector,
                template,
                stateful ? ",'serviceName':'" + app + "'" : ""));
    if (random.nextInt(2) == 0) {
      add(
          "v1",
          "Pod",
          in(namespace, app + "-alone") + ",'labels':{" + labels + "}",
          ",'spec':{" + pod + "}");
    } else if (!stateful) {
      addReplicas(namespace, app, labels, selector, template, pod);
    }
    add(
        "v1",
        "Service",
        in(namespace, app),
        ",'spec':{'selector':{%s},'ports':[{'port':80,'targetPort':'http'}]}"
            .formatted(random.nextInt(12) == 0 ? "'app':'nobody'" : labels));
    add("v1", "ServiceAccount", in(namespace, app), "");
    add("v1", "Secret", in(namespace, app + "-credentials"), ",'data':{'token':'YWJjZGVmZ2g='}");
    if (random.nextInt(2) == 0) {
      add("v1", "Secret", in(namespace, app + "-database"), ",'data':{'password':'YWJjZGVmZ2g='}");
    }
    add("v1", "ConfigMap", in(namespace, app), ",'data':{'mode':'live','region':'west'}");
    if (random.nextInt(2) == 0) {
      add(
          "policy/v1",
          "PodDisruptionBudget",
          in(namespace, app),
          ",'spec':{'minAvailable':1,%s}".formatted(selector));
    }
    if (random.nextInt(3) == 0) {
      add(
          "autoscaling/v2",
          "HorizontalPodAutoscaler",
          in(namespace, app),
          ",'spec':{'minReplicas':2,'maxReplicas':9,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'%s','name':'%s'}}"
              .formatted(kind, mostly(app, random)));
    }
    if (random.nextInt(3) == 0) {
      add(
          "networking.k8s.io/v1",
          "Ingress",
          in(namespace, app),
          ",'spec':{'rules':[{'host':'%s.example.org','http':{'paths':[{'path':'/','pathType':'Prefix','backend':{'service':{'name':'%s','port':{'number':80}}}}]}}]}"
              .formatted(app, mostly(app, random)));
    }
    if (random.nextInt(2) == 0) {
      add(
          "networking.k8s.io/v1",
          "NetworkPolicy",
          in(namespace, app),
          ",'spec':{'podSelector':{'matchLabels':{%s}},'policyTypes':['Ingress'],'ingress':[{'from':[{'podSelector':{'matchLabels':{'tier':'web'}}}],'ports':[{'port':'http'}]}]}"
              .formatted(labels));
    }
  }

  /** What the cluster makes of a Deployment. */
  private void addReplicas(
      String namespace, String app, String labels, String selector, String template, String pod) {
    String set = app + "-5d8f";
    add(
        "apps/v1",
        "ReplicaSet",
        in(namespace, set) + ownedBy("apps/v1", "Deployment", app),
        ",'spec':{'replicas':1,%s,%s}".formatted(selector, template));
    add(
        "v1",
        "Pod",
        in(namespace, set + "-x7")
            + ",'labels':{"
            + labels
            + "}"
            + ownedBy("apps/v1", "ReplicaSet", set),
        ",'spec':{" + pod + "}");
  }

  private void addPermissions(String namespace, int group, SplittableRandom random) {
    for (int i = 0; i < (shape == ClusterShape.ONE_GROUP ? 40 : 4); i++) {
      String name = "role-" + group + "-" + i;
      add(
          "rbac.authorization.k8s.io/v1",
          "Role",
          in(namespace, name),
          ",'rules':[{'apiGroups':['%s'],'resources':['%s'],'verbs':['%s','list']}]"
              .formatted(
                  random.nextInt(2) == 0 ? "" : "apps",
                  random.nextInt(2) == 0 ? "pods" : "deployments",
                  random.nextInt(4) == 0 ? "create" : "get"));
      String subject =
          shape == ClusterShape.ONE_GROUP
              ? "'kind':'Group','name':'system:serviceaccounts','apiGroup':'rbac.authorization.k8s.io'"
              : "'kind':'ServiceAccount','name':'%s','namespace':'%s'"
                  .formatted(
                      "app-" + group + "-" + i,
                      shape.hasOneNamespace() ? namespace : "team-" + Math.max(0, group - i % 2));
      add(
          "rbac.authorization.k8s.io/v1",
          "RoleBinding",
          in(namespace, name),
          ",'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'%s'},'subjects':[{%s}]"
              .formatted(mostly(name, random), subject));
    }
    String name = "reader-" + group;
    add(
        "rbac.authorization.k8s.io/v1",
        "ClusterRole",
        "'name':'%s','labels':{'part-of':'%s'}"
            .formatted(name, group % 50 == 0 ? "whole" : "itself"),
        ",'rules':[{'apiGroups':[''],'resources':['%s'],'verbs':['get','list','watch']}]"
            .formatted(random.nextInt(30) == 0 ? "secrets" : "pods"));
    add(
        "rbac.authorization.k8s.io/v1",
        "ClusterRoleBinding",
        "'name':'" + name + "'",
        ",'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'%s'},'subjects':[{'kind':'ServiceAccount','name':'app-%d-9','namespace':'%s'}]"
            .formatted(
                random.nextInt(50) == 0
                    ? "cluster-admin"
                    : random.nextInt(20) == 0 ? "whole" : name,
                group,
                namespace));
  }

  private void addAdmission(String namespace, int group, SplittableRandom random) {
    String name = "hook-" + group;
    add(
        "admissionregistration.k8s.io/v1",
        "ValidatingWebhookConfiguration",
        "'name':'" + name + "'",
        ",'webhooks':[{'name':'%s.example.org','admissionReviewVersions':['v1'],'sideEffects':'None','failurePolicy':'Fail','clientConfig':{'service':{'namespace':'%s','name':'%s'}},'rules':[{'apiGroups':['*'],'apiVersions':['*'],'operations':['CREATE'],'resources':['pods']}]}]"
            .formatted(name, namespace, mostly("app-" + group + "-0", random)));
    add(
        "admissionregistration.k8s.io/v1",
        "ValidatingAdmissionPolicy",
        "'name':'" + name + "'",
        ",'spec':{'validations':[{'expression':'true'}]}");
    add(
        "admissionregistration.k8s.io/v1",
        "ValidatingAdmissionPolicyBinding",
        "'name':'" + name + "'",
        ",'spec':{'policyName':'%s','validationActions':['Deny']}".formatted(mostly(name, random)));
  }

  private String labels(String app, SplittableRandom random) {
    if (shape == ClusterShape.ONE_LABEL) {
      return "'app':'web'";
    }
    // Somebody has copied the manifests of another and left the labels as they were.
    boolean copied = random.nextInt(20) == 0 && app.endsWith("-1");
    return "'app':'%s','tier':'%s'"
        .formatted(
            copied ? app.substring(0, app.length() - 1) + "0" : app,
            copied || app.endsWith("-0") || random.nextInt(2) == 0 ? "web" : "data");
  }

  private static String mostly(String name, SplittableRandom random) {
    return random.nextInt(12) == 0 ? name + "-gone" : name;
  }

  private static String in(String namespace, String name) {
    return "'name':'%s','namespace':'%s'".formatted(name, namespace);
  }

  private static String ownedBy(String apiVersion, String kind, String name) {
    return ",'ownerReferences':[{'apiVersion':'%s','kind':'%s','name':'%s','uid':'1','controller':true}]"
        .formatted(apiVersion, kind, name);
  }

  private void add(String apiVersion, String kind, String metadata, String rest) {
    String text =
        "{'apiVersion':'%s','kind':'%s','metadata':{%s}%s}"
            .formatted(apiVersion, kind, metadata, rest)
            .replace('\'', '"');
    byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
    size++;
  }
}
