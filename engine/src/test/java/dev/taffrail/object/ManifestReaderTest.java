package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is an object, what is skipped, what is a problem, and what that means for its neighbours.
 */
class ManifestReaderTest {
  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

  private static Manifest read(String text) {
    return new ManifestReader().read(SourceFile.of("a.yaml", text));
  }

  private static Manifest read(byte[] bytes) {
    return new ManifestReader().read("a.yaml", bytes);
  }

  private static List<String> titles(Manifest manifest) {
    return manifest.objects().stream().map(KubernetesObject::title).toList();
  }

  private static List<String> problems(Manifest manifest) {
    return manifest.problems().stream().map(p -> p.span() + ": " + p.message()).toList();
  }

  private static List<String> skipped(Manifest manifest) {
    return manifest.skipped().stream().map(s -> s.span() + ": " + s.reason()).toList();
  }

  private static void assertSkipped(SkipReason reason, String text) {
    Manifest manifest = read(text);
    assertEquals(List.of(), problems(manifest));
    assertEquals(List.of(), titles(manifest));
    assertEquals(
        List.of(reason.text()), manifest.skipped().stream().map(Manifest.Skipped::reason).toList());
  }

  private static void assertProblem(String expected, String text) {
    Manifest manifest = read(text);
    assertEquals(List.of(expected), problems(manifest));
    assertEquals(List.of(), skipped(manifest));
  }

  @Test
  void anObjectSaysWhatItIs() {
    Manifest manifest =
        read("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart, namespace: shop}\n");
    KubernetesObject object = manifest.objects().getFirst();
    assertEquals("apps/v1 Deployment", object.kind().toString());
    assertEquals("Deployment shop/cart", object.title());
    assertEquals(0, object.document());
    assertEquals(-1, object.item());
    assertEquals("a.yaml", object.source().name());
  }

  @Test
  void namesMayBeMissing() {
    assertEquals(List.of("Pod (no name)"), titles(read("apiVersion: v1\nkind: Pod\n")));
    assertEquals(List.of("Pod (no name)"), titles(read("apiVersion: v1\nkind: Pod\nmetadata:\n")));
    assertEquals(
        List.of("Pod a"),
        titles(read("apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ''}\n")));
  }

  @Test
  void documentsAreCountedAsYamlCountsThem() {
    String text =
        "# only a comment\n---\n" + POD + "---\n\n---\n# empty\n---\n" + POD + "---\n" + POD;
    assertEquals(
        List.of(0, 3, 4), read(text).objects().stream().map(KubernetesObject::document).toList());
    String second = "---\n---\n" + POD;
    assertEquals(1, read(second).objects().getFirst().document());
    String json = "{\"apiVersion\":\"v1\",\"kind\":\"A\"}";
    assertEquals(
        List.of(0, 1, 2),
        read(json + json + "\n---\n" + json).objects().stream()
            .map(KubernetesObject::document)
            .toList());
  }

  @Test
  void aDocumentThatCannotBeReadLeavesItsNeighboursAlone() {
    Manifest manifest = read(POD + "---\nkind: Pod\napiVersion: v1\nspec: [\n---\n" + POD);
    assertEquals(List.of("Pod a", "Pod a"), titles(manifest));
    assertEquals(
        List.of("a.yaml:7:7: the bracket `[` that opens here is never closed"), problems(manifest));
  }

  @Test
  void jsonIsToldByItsBraceAndNotByTheName() {
    assertEquals(
        List.of("A (no name)"), titles(read("\n {\"apiVersion\": \"v1\", \"kind\": \"A\"}")));
    assertEquals(List.of("A (no name)"), titles(read("# c\n{apiVersion: v1, kind: A}\n")));
    assertProblem(
        "a.yaml:1:2: a key in JSON has to stand in double quotes", "{apiVersion: v1, kind: A}\n");
  }

  @Test
  void templatesOfHelmAreSkipped() {
    assertSkipped(SkipReason.HELM_TEMPLATE, POD + "spec:\n  nodeName: {{ .Values.node }}\n");
    assertSkipped(SkipReason.HELM_TEMPLATE, "{{- if .Values.on }}\n" + POD + "{{- end }}\n");
    assertSkipped(
        SkipReason.HELM_TEMPLATE, POD + "spec:\n  {{- toYaml .Values.spec | nindent 2 }}\n");
    assertSkipped(SkipReason.HELM_TEMPLATE, POD + "  labels:\n{{ include \"x\" . | indent 4 }}\n");
    assertSkipped(SkipReason.HELM_TEMPLATE, "apiVersion: v1\nkind: A\nname: {{ name }}-b\n");
    assertEquals(
        2, read("{{- if .Values.on }}\n" + POD + "---\n" + POD + "{{- end }}\n").skipped().size());
  }

  @Test
  void bracesInStringsAreNoTemplate() {
    assertEquals(
        List.of("Pod a"),
        titles(read(POD + "x: '{{ .Values.a }}'\ny: |\n  {{ if x }}\n  {{ end }}\n")));
    assertProblem(
        "a.yaml:7:1: this line is neither `key: value` nor an item of a list",
        POD + "x: '{{ $labels.pod }}'\ny: \"{{ a }}\"\n# c\njust words\n");
  }

  @Test
  void filesOfOtherToolsAreSkipped() {
    assertSkipped(
        SkipReason.KUSTOMIZATION,
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
    assertSkipped(SkipReason.KUSTOMIZATION, "resources:\n- a.yaml\nnamePrefix: b-\n");
    assertSkipped(SkipReason.HELM_CHART, "apiVersion: v2\nname: cart\nversion: 1.0.0\n");
    assertSkipped(SkipReason.COMPOSE, "services:\n  web: {image: a}\n");
    assertSkipped(SkipReason.TOOL_CONFIGURATION, "apiVersion: v1\nkind: Config\nclusters: []\n");
    assertSkipped(
        SkipReason.TOOL_CONFIGURATION, "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n");
    assertSkipped(SkipReason.NOT_AN_OBJECT, "image:\n  tag: 1.0\nreplicas: 2\n");
    assertSkipped(SkipReason.NOT_AN_OBJECT, "kind: DaemonSet\nimage: a\n");
    assertSkipped(SkipReason.NOT_AN_OBJECT, "{\"name\": \"package\", \"version\": \"1.0.0\"}");
    assertSkipped(SkipReason.NOT_AN_OBJECT, "- a\n- b\n");
    assertSkipped(SkipReason.NOT_AN_OBJECT, "just text\n");
    assertSkipped(SkipReason.NOT_YAML, "a: b: c\n");
    assertSkipped(SkipReason.NOT_YAML, "{ a");
  }

  @Test
  void objectsOfTheApiAreNotTakenForFilesOfTools() {
    for (String api :
        List.of(
            "kustomize.toolkit.fluxcd.io/v1",
            "kubelet.config.k8s.io/v1beta1",
            "argoproj.io/v1alpha1")) {
      assertEquals(1, read("apiVersion: " + api + "\nkind: Kustomization\n").objects().size());
    }
  }

  @Test
  void emptyDocumentsAreNothing() {
    for (String text : List.of("", "\n", "# c\n", "---\n", "---\n---\n", "null\n", "~", "\uFEFF")) {
      Manifest manifest = read(text.getBytes(StandardCharsets.UTF_8));
      assertEquals(
          0, manifest.objects().size() + manifest.problems().size() + manifest.skipped().size());
    }
  }

  @Test
  void textBehindADocumentsEndIsSkippedWithANote() {
    Manifest manifest = read(POD + "...\n# c\n" + POD.replace("name: a", "name: b"));
    assertEquals(List.of("Pod a"), titles(manifest));
    assertEquals(
        List.of("a.yaml:6:1: " + SkipReason.BEHIND_DOCUMENT_END.text()), skipped(manifest));
    assertEquals(List.of(), skipped(read(POD + "...\n# c\n---\n")));
  }

  @Test
  void whatLooksLikeAnObjectAndIsNoneIsAProblem() {
    assertProblem("a.yaml:1:1: this object has no `kind`", "apiVersion: v1\nmetadata: {name: a}\n");
    assertProblem("a.yaml:2:1: this object has no `kind`", "apiVersion: v1\nKind: Pod\nspec: {}\n");
    assertProblem("a.yaml:2:1: `kind` is a number, not a string", "apiVersion: v1\nkind: 5\n");
    assertProblem(
        "a.yaml:1:1: `apiVersion` is a number, not a string", "apiVersion: 1\nkind: Pod\n");
    assertProblem("a.yaml:1:1: `a/b/c` is no API version", "apiVersion: a/b/c\nkind: Pod\n");
  }

  @Test
  void anObjectWithoutVersionIsReadAndIsAProblem() {
    Manifest manifest = read("kind: Pod\nmetadata: {name: a}\n");
    assertEquals(List.of("Pod a"), titles(manifest));
    assertEquals(List.of("a.yaml:1:1: this object has no `apiVersion`"), problems(manifest));
    Manifest misspelled = read("apiversion: v1\nkind: Pod\nspec: {}\n");
    assertEquals(
        "write `apiVersion` instead of `apiversion`", misspelled.problems().getFirst().help());
    assertEquals(
        List.of("a.yaml:1:1: this object has no `apiVersion`"),
        problems(read("kind: PodList\nmetadata: {}\nitems: [{}]\n")).subList(0, 1));
  }

  @Test
  void metadataHasToBeOfTheRightKind() {
    Manifest manifest =
        read(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: 5
              namespace: yes
              labels: {app: 1, tier: web, none: }
              annotations:
                a: [b]
              finalizers: a
              creationTimestamp: noon
              deletionTimestamp: 2026-01-31T12:00:00Z
              generation: one
              ownerReferences:
              - {apiVersion: v1, controller: maybe, other: 1}
              other: 5
            """);
    assertEquals(List.of(), titles(manifest));
    assertEquals(
        List.of(
            "a.yaml:4:3: `metadata.name` is a number, it has to be a string",
            "a.yaml:5:3: `metadata.namespace` is a Boolean, it has to be a string",
            "a.yaml:6:12: `metadata.labels.app` is a number, it has to be a string",
            "a.yaml:8:5: `metadata.annotations.a` is a list, it has to be a string",
            "a.yaml:9:3: `metadata.finalizers` is a string, it has to be a list",
            "a.yaml:10:3: `metadata.creationTimestamp` is a string, it has to be a time such as `2026-01-31T12:00:00Z`",
            "a.yaml:12:3: `metadata.generation` is a string, it has to be a whole number",
            "a.yaml:14:22: `metadata.ownerReferences[0].controller` is a string, it has to be a Boolean"),
        problems(manifest));
    assertEquals("quote the value", manifest.problems().getFirst().help());
    assertProblem(
        "a.yaml:3:1: `metadata` is a list, it has to be an object",
        "apiVersion: v1\nkind: A\nmetadata: []\n");
  }

  @Test
  void listsAreTheirItems() {
    Manifest manifest =
        read(
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              metadata: {name: a}
            - {apiVersion: v1, kind: Service, metadata: {name: b}}
            """);
    assertEquals(List.of("Pod a", "Service b"), titles(manifest));
    assertEquals(List.of(0, 1), manifest.objects().stream().map(KubernetesObject::item).toList());
    assertEquals("a.yaml:4:3", span(manifest, 0).toString());
    assertEquals(List.of(), titles(read("apiVersion: v1\nkind: List\nitems: []\n")));
    assertEquals(List.of(), titles(read("apiVersion: v1\nkind: List\nitems:\n")));
    assertEquals(List.of("List (no name)"), titles(read("apiVersion: v1\nkind: List\n")));
  }

  private static Object span(Manifest manifest, int object) {
    Node.Mapping root = manifest.objects().get(object).root();
    return manifest.source().span(root.start(), root.end());
  }

  @Test
  void itemsOfATypedListGetItsKind() {
    Manifest manifest =
        read("apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a}\n");
    KubernetesObject object = manifest.objects().getFirst();
    assertEquals("apps/v1 Deployment", object.kind().toString());
    assertEquals(
        "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"a\"}}",
        Nodes.toJson(object.root()));
    var kind = NodeLocator.locate(manifest.source(), object.root(), FieldPath.ROOT.key("kind"));
    assertEquals("kind: DeploymentList", kind.span().text());
    assertEquals("a.yaml:4:3", span(manifest, 0).toString());
  }

  @Test
  void itemsThatAreNoObjectsAreProblems() {
    String list = "apiVersion: v1\nkind: List\nitems: ";
    assertProblem(
        "a.yaml:3:9: an item of this list has no `apiVersion` and `kind`", list + "[{a: b}]\n");
    assertProblem("a.yaml:3:9: an item of this list is a number, not an object", list + "[5]\n");
    assertProblem("a.yaml:3:9: an item of this list is null, not an object", list + "[null]\n");
    assertProblem("a.yaml:3:1: `items` is a string, not a list", list + "a\n");
    assertProblem("a.yaml:3:9: this object has no `apiVersion`", list + "[{kind: A, spec: }]\n");
  }

  @Test
  void metadataOfItemsIsAProblemBesideTheObject() {
    Manifest manifest =
        read(
            "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: A, metadata: {name: 5}}]\n");
    assertEquals(List.of("A (no name)"), titles(manifest));
    assertEquals(
        List.of("a.yaml:3:46: `metadata.name` is a number, it has to be a string"),
        problems(manifest));
  }

  @Test
  void listsInListsAreTheirItemsToo() {
    String inner =
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: A}, {apiVersion: v1, kind: B}]}";
    Manifest manifest =
        read("apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: C}, " + inner + "]\n");
    assertEquals(List.of("C (no name)", "A (no name)", "B (no name)"), titles(manifest));
    assertEquals(
        List.of(0, 1, 1), manifest.objects().stream().map(KubernetesObject::item).toList());
  }

  @Test
  void anObjectWithAFieldCalledItemsIsJudgedWithTheObjectsInIt() {
    Manifest manifest = read(POD + "items: [{apiVersion: v1, kind: B}, {key: a}, 5]\n");
    assertEquals(List.of("Pod a", "B (no name)"), titles(manifest));
    assertEquals(List.of(), problems(manifest));
  }

  @Test
  void invalidBytesAreReplacedAndReported() {
    byte[] latin1 = (POD + "# é\nx: é\n").getBytes(StandardCharsets.ISO_8859_1);
    Manifest manifest = read(latin1);
    assertEquals(List.of("a.yaml:4:3: byte 47 is not valid UTF-8"), problems(manifest));
    assertEquals("\uFFFD", ((Node.Text) manifest.objects().getFirst().root().value(3)).value());
    assertEquals(List.of(), problems(read("text: é\n".getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void utf16WithAMarkIsRead() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertEquals(List.of("Pod a"), titles(read(("\uFEFF" + POD).getBytes(charset))));
    }
    byte[] odd = ("\uFEFF" + POD).getBytes(StandardCharsets.UTF_16LE);
    byte[] cut = Arrays.copyOf(odd, odd.length - 1);
    assertEquals("byte 90 is not valid UTF-16LE", read(cut).problems().getFirst().message());
  }

  @Test
  void filesThatCannotBeOpenedAreProblems(@TempDir Path folder) {
    Manifest missing = new ManifestReader().read("gone.yaml", folder.resolve("gone.yaml"));
    assertEquals(
        List.of("gone.yaml:1:1: `gone.yaml` cannot be read: there is no such file"),
        problems(missing));
    Manifest notFile = new ManifestReader().read("folder", folder);
    assertTrue(problems(notFile).getFirst().startsWith("folder:1:1: `folder` cannot be read: "));
  }

  @Test
  void filesAreRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a"), POD);
    Manifest manifest = new ManifestReader().read("shown", file);
    assertEquals(List.of("Pod a"), titles(manifest));
    assertEquals("shown", manifest.source().name());
  }

  @Test
  void aStreamThatBreaksIsAProblem() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Manifest manifest = new ManifestReader().read("stdin", broken);
    assertEquals(List.of("stdin:1:1: `stdin` cannot be read: broken pipe"), problems(manifest));
  }

  @Test
  void userTextInMessagesIsCutAndOnOneLine() {
    String key = "\"" + "x".repeat(200) + "\\n\"";
    for (String text :
        Stream.of(key, "\"a\\nb\"").map(k -> POD + k + ": 1\n" + k + ": 2\n").toList()) {
      String message = read(text).problems().getFirst().message();
      assertEquals(1, message.lines().count());
      assertTrue(message.length() < 160, message);
    }
  }

  @Test
  void problemsComeInTheOrderOfTheFile() {
    Manifest manifest = read(POD + "a: 1\na: 2\n----\n" + POD + "b: [\n---\n" + POD + "c: '\n");
    assertEquals(
        List.of(5, 6, 10, 15),
        manifest.problems().stream().map(p -> p.span().startPosition().line()).toList());
  }
}
