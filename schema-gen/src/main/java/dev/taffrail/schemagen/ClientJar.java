package dev.taffrail.schemagen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;

/**
 * The facts in one published jar of the Java client, which serves one Kubernetes version.
 *
 * <p>The class files are read as data and never loaded: ten releases of the client cannot share a
 * class loader, and each would want its own generation of annotation libraries.
 */
record ClientJar(SortedMap<String, ModelClass> models, List<ApiOperation> operations) {
  private static final String MODELS = "io/kubernetes/client/openapi/models/";

  private static final String APIS = "io/kubernetes/client/openapi/apis/[A-Za-z0-9]+Api\\.class";

  static ClientJar read(Path jar) throws IOException {
    var models = new TreeMap<String, ModelClass>();
    var operations = new ArrayList<ApiOperation>();
    try (var file = new JarFile(jar.toFile())) {
      for (JarEntry entry : classesOf(file)) {
        if (isModel(entry.getName())) {
          var visitor = new ModelClassVisitor();
          visit(file, entry, visitor);
          visitor.result().ifPresent(model -> models.put(model.name(), model));
        } else if (entry.getName().matches(APIS)) {
          var visitor = new ApiClassVisitor();
          visit(file, entry, visitor);
          operations.addAll(visitor.result());
        }
      }
    }
    return new ClientJar(models, List.copyOf(operations));
  }

  private static boolean isModel(String name) {
    return name.startsWith(MODELS) && name.endsWith(".class") && !name.contains("$");
  }

  private static List<JarEntry> classesOf(JarFile file) {
    return file.stream().sorted(Comparator.comparing(JarEntry::getName)).toList();
  }

  private static void visit(JarFile file, JarEntry entry, ClassVisitor visitor) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      new ClassReader(in.readAllBytes())
          .accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
  }
}
