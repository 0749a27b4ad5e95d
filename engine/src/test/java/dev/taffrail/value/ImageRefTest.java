package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRefTest {
  private static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

  private static ImageRef image(String text) {
    return ImageRef.parse(text.replace("SHA", SHA))
        .orElseThrow(() -> new AssertionError("refused: " + text));
  }

  private static ImagePrefix prefix(String text) {
    return ImagePrefix.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    // text, registry, path, tag, digest, registry written
    "nginx, docker.io, library/nginx, '', '', false",
    "nginx:1.27, docker.io, library/nginx, 1.27, '', false",
    "nginx@SHA, docker.io, library/nginx, '', SHA, false",
    "nginx:1.27@SHA, docker.io, library/nginx, 1.27, SHA, false",
    "library/nginx, docker.io, library/nginx, '', '', false",
    "acme/app, docker.io, acme/app, '', '', false",
    "acme/team/app:v1, docker.io, acme/team/app, v1, '', false",
    "docker.io/nginx, docker.io, library/nginx, '', '', true",
    "docker.io/library/nginx:1, docker.io, library/nginx, 1, '', true",
    "index.docker.io/nginx, docker.io, library/nginx, '', '', true",
    "index.docker.io/acme/app, docker.io, acme/app, '', '', true",
    "Docker.IO/nginx, docker.io, library/nginx, '', '', true",
    "ghcr.io/acme/app, ghcr.io, acme/app, '', '', true",
    "GHCR.io/acme/app:1, ghcr.io, acme/app, 1, '', true",
    "MYREGISTRY/app, myregistry, app, '', '', true",
    "myregistry/app, docker.io, myregistry/app, '', '', false",
    "localhost/app, localhost, app, '', '', true",
    "localhost:5000/app, localhost:5000, app, '', '', true",
    "localhost:5000/app:1, localhost:5000, app, 1, '', true",
    "localhost:5000, docker.io, library/localhost, 5000, '', false",
    "localhost, docker.io, library/localhost, '', '', false",
    "host:5000/img, host:5000, img, '', '', true",
    "example.com/app, example.com, app, '', '', true",
    "example.com:443/a/b/c:2@SHA, example.com:443, a/b/c, 2, SHA, true",
    "10.0.0.1/app, 10.0.0.1, app, '', '', true",
    "10.0.0.1:5000/app:x, 10.0.0.1:5000, app, x, '', true",
    "'[::1]:5000/app', '[::1]:5000', app, '', '', true",
    "'[2001:DB8::1]/app:1', '[2001:db8::1]', app, 1, '', true",
    "registry-1.docker.io/library/nginx, registry-1.docker.io, library/nginx, '', '', true",
    "a-b.c-d.example/app, a-b.c-d.example, app, '', '', true",
    "quay.io/a.b/c_d/e__f/g--h:1, quay.io, a.b/c_d/e__f/g--h, 1, '', true",
    "nginx:_x, docker.io, library/nginx, _x, '', false",
    "nginx:LATEST, docker.io, library/nginx, LATEST, '', false",
    "nginx.org, docker.io, library/nginx.org, '', '', false",
    "nginx:1.27-alpine3.20, docker.io, library/nginx, 1.27-alpine3.20, '', false",
    "registry.k8s.io/pause:3.10, registry.k8s.io, pause, 3.10, '', true",
    "1234.dkr.ecr.eu-west-1.amazonaws.com/app:1, 1234.dkr.ecr.eu-west-1.amazonaws.com, app, 1, '', true",
    "a/b:1, docker.io, a/b, 1, '', false",
    "0/1, docker.io, 0/1, '', '', false",
  })
  void references(
      String text, String registry, String path, String tag, String digest, boolean written) {
    ImageRef image = image(text);
    assertEquals(registry, image.registry());
    assertEquals(path, image.path());
    assertEquals(tag, image.tag().orElse(""));
    assertEquals(digest.replace("SHA", SHA), image.digest().orElse(""));
    assertEquals(written, image.hasRegistry());
    assertEquals(text.replace("SHA", SHA), image.text());
    assertEquals(registry + "/" + path, image.repository());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nginx ",
        " nginx",
        "Nginx",
        "acme/App",
        ":1",
        "@sha256:00",
        "nginx:",
        "nginx@",
        "nginx:a:b",
        "nginx:.x",
        "nginx:-x",
        "a//b",
        "/nginx",
        "nginx/",
        "ghcr.io/",
        "ghcr.io//app",
        "ghcr.io/a/",
        "a..b/c",
        "-a.example/c",
        "a___b",
        "_a/b",
        "a/-b",
        "a/b_",
        "a/b._c",
        "host:/app",
        "host:x/app",
        "host.:5/app",
        "nginx@sha256:0123",
        "nginx@md5:0123456789abcdef0123456789abcdef",
        "https://ghcr.io/acme/app",
        "${IMAGE}",
        "{{ .Values.image }}",
        "nginx\n",
        "näginx",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void otherTextIsRefused(String text) {
    assertTrue(ImageRef.parse(text).isEmpty(), text);
  }

  @Test
  void digestsHaveTheirExactForm() {
    assertTrue(ImageRef.parse("nginx@" + SHA.toUpperCase(java.util.Locale.ROOT)).isEmpty());
    assertTrue(ImageRef.parse("nginx@" + SHA + "0").isEmpty());
    assertTrue(ImageRef.parse("nginx@" + SHA + "@" + SHA).isEmpty());
    assertTrue(ImageRef.parse("nginx@sha512:" + "0".repeat(128)).isPresent());
  }

  @Test
  void longTextsAreRefused() {
    assertTrue(ImageRef.parse("a".repeat(247)).isPresent());
    assertTrue(ImageRef.parse("a".repeat(248)).isEmpty());
    assertTrue(ImageRef.parse("nginx:" + "a".repeat(128)).isPresent());
    assertTrue(ImageRef.parse("nginx:" + "a".repeat(129)).isEmpty());
    assertTrue(ImageRef.parse("a-".repeat(100_000) + "a").isEmpty());
    assertTrue(ImageRef.parse("a.".repeat(100_000) + "a/b").isEmpty());
  }

  @Test
  void equalIfRuntimesTakeThemForTheSame() {
    assertEquals(image("nginx:1"), image("docker.io/library/nginx:1"));
    assertEquals(image("nginx:1").hashCode(), image("Index.Docker.io/nginx:1").hashCode());
    assertNotEquals(image("nginx"), image("nginx:latest"));
    assertNotEquals(image("nginx:1"), image("nginx:1@SHA"));
    assertNotEquals(image("nginx"), image("quay.io/nginx"));
  }

  @ParameterizedTest
  @CsvSource({
    // prefix, canonical, segments
    "ghcr.io, ghcr.io, 1",
    "ghcr.io/, ghcr.io, 1",
    "GHCR.io/, ghcr.io, 1",
    "localhost:5000, localhost:5000, 1",
    "registry:5000/, registry:5000, 1",
    "example.com:5000, example.com:5000, 1",
    "'[::1]:5000', '[::1]:5000', 1",
    "ghcr.io/acme, ghcr.io/acme, 2",
    "ghcr.io/acme/, ghcr.io/acme, 2",
    "ghcr.io/acme/app, ghcr.io/acme/app, 3",
    "docker.io, docker.io, 1",
    "index.docker.io, docker.io, 1",
    "docker.io/acme/, docker.io/acme, 2",
    "docker.io/library, docker.io/library, 2",
    "docker.io/library/nginx, docker.io/library/nginx, 3",
    "nginx, docker.io/library/nginx, 3",
    "acme/, docker.io/acme, 2",
    "acme/app, docker.io/acme/app, 3",
    "acme/app/, docker.io/acme/app, 3",
  })
  void prefixes(String text, String canonical, int segments) {
    assertEquals(canonical, prefix(text).canonical());
    assertEquals(segments, prefix(text).segments());
    assertEquals(text, prefix(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "ghcr.io//",
        "*",
        "ghcr.io/*",
        "ghcr.io/acme/*",
        "ghcr.io/acme:1",
        "ghcr.io/Acme",
        "docker.io/acme",
        "index.docker.io/acme",
        "https://ghcr.io",
        "ghcr.io/a//",
        " ghcr.io",
        "nginx:1",
        "nginx:1.27"
      })
  void otherTextIsNoPrefix(String text) {
    assertTrue(ImagePrefix.parse(text).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io/acme/app, ghcr.io, true",
    "ghcr.io/acme/app, ghcr.io/, true",
    "ghcr.io/acme/app, ghcr.io/acme, true",
    "ghcr.io/acme/app, ghcr.io/acme/, true",
    "ghcr.io/acme/app:1@SHA, ghcr.io/acme/app, true",
    "ghcr.io/acme/app/sub, ghcr.io/acme/app, true",
    "ghcr.io/acme-evil/app, ghcr.io/acme, false",
    "ghcr.io/acme/apple, ghcr.io/acme/app, false",
    "ghcr.io/acme, ghcr.io/acme/app, false",
    "ghcr.io.evil.example/acme/app, ghcr.io, false",
    "ghcr.io:5000/acme/app, ghcr.io, false",
    "GHCR.IO/acme/app, ghcr.io/acme, true",
    "nginx, docker.io, true",
    "nginx, docker.io/library, true",
    "nginx, nginx, true",
    "docker.io/nginx, nginx, true",
    "nginx/ingress, nginx, false",
    "nginx/ingress, nginx/, true",
    "nginx, nginx/, false",
    "quay.io/nginx, nginx, false",
    "acme/app, docker.io/acme/, true",
    "index.docker.io/acme/app, acme/, true",
  })
  void within(String image, String prefix, boolean expected) {
    assertEquals(expected, image(image).within(prefix(prefix)));
  }

  @Test
  void everyPrefixOfAnImageCoversIt() {
    assertEquals(
        List.of("ghcr.io", "ghcr.io/acme", "ghcr.io/acme/app"),
        image("ghcr.io/acme/app:1").prefixes().stream().map(ImagePrefix::text).toList());
    for (ImagePrefix prefix : image("nginx").prefixes()) {
      assertTrue(image("nginx").within(prefix), prefix.text());
    }
    assertFalse(image("nginx").within(image("redis").prefixes().getLast()));
  }

  @Test
  void changedReferencesAreWrittenInFull() {
    assertEquals(
        "docker.io/library/nginx:2", image("nginx:1@SHA").withTag("2").orElseThrow().text());
    assertEquals(
        "docker.io/library/nginx:1@" + SHA, image("nginx:1").withDigest(SHA).orElseThrow().text());
    assertEquals(
        "mirror.example:5000/library/nginx:1",
        image("nginx:1").withRegistry("Mirror.example:5000").orElseThrow().text());
    assertTrue(image("nginx").withTag(".").isEmpty());
    assertTrue(image("nginx").withDigest("sha256:0").isEmpty());
    assertTrue(image("nginx").withRegistry("a/b").isEmpty());
    var changed = image("nginx:1").withTag("2").orElseThrow();
    assertEquals(changed, image(changed.text()));
  }
}
