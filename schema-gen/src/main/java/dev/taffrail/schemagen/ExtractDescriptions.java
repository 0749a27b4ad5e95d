package dev.taffrail.schemagen;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Extracts the field descriptions of the newest Kubernetes version during the engine's build.
 *
 * <p>They are other people's sentences, so they are packaged from the published artifacts and never
 * committed.
 */
final class ExtractDescriptions {
  private static final String IN_CLIENT = "io/kubernetes/client/openapi/models/V1Pod.class";

  private ExtractDescriptions() {}

  /**
   * @param arguments the file to write; the artifacts are on the class path
   */
  public static void main(String[] arguments) throws IOException, URISyntaxException {
    Path target = Path.of(arguments[0]);
    Path client = jarWith(IN_CLIENT);
    Path document = jarWith(OpenApiDocument.ENTRY);
    String head = "# From " + client.getFileName() + " and " + document.getFileName() + ".\n";
    if (isFrom(head, target)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    Files.writeString(
        target, head + DescriptionsText.of(ClientJar.read(client), OpenApiDocument.read(document)));
  }

  private static boolean isFrom(String head, Path target) throws IOException {
    return Files.exists(target) && Files.readString(target).startsWith(head);
  }

  private static Path jarWith(String resource) throws IOException, URISyntaxException {
    URL url = Objects.requireNonNull(ClassLoader.getSystemResource(resource), resource);
    URL jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
    return Path.of(jar.toURI());
  }
}
