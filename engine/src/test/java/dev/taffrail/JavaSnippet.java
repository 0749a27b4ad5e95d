package dev.taffrail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles and runs the Java statements of a document; their imports stand on top. */
final class JavaSnippet {
  private JavaSnippet() {}

  /** What the statements print. */
  static String output(String text) throws IOException {
    String imports = text.lines().filter(JavaSnippet::isImport).collect(Collectors.joining("\n"));
    String body = text.lines().filter(l -> !isImport(l)).collect(Collectors.joining("\n"));
    String source =
        """
        %s
        public final class Snippet {
          public static void run(java.io.PrintStream out) throws Exception {
            %s
          }
        }
        """
            .formatted(imports, body.replace("System.out", "out"));
    Path folder = Files.createTempDirectory("snippet");
    compile(source, folder);
    return run(folder);
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static void compile(String source, Path folder) {
    var problems = new DiagnosticCollector<JavaFileObject>();
    var unit =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean fine =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                problems,
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                List.of(unit))
            .call();
    if (!fine) {
      throw new AssertionError(
          problems.getDiagnostics().stream()
              .map(Diagnostic::toString)
              .collect(Collectors.joining("\n")));
    }
  }

  private static String run(Path folder) throws IOException {
    var out = new ByteArrayOutputStream();
    var urls = new URL[] {folder.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, JavaSnippet.class.getClassLoader())) {
      loader
          .loadClass("Snippet")
          .getMethod("run", PrintStream.class)
          .invoke(null, new PrintStream(out, true, StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the snippet failed", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
