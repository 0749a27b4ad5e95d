package dev.taffrail.schemagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the REST operations of one API class from its class file. */
final class ApiClassVisitor extends ClassVisitor {
  private static final String CALL = "Call";
  private static final String WITH_RESPONSE = "WithHttpInfo";
  private static final Pattern RESULT = Pattern.compile("ApiResponse<(L[^<>]*/models/[^<>]*;)>");

  private final SortedMap<String, String> pathsByOperation = new TreeMap<>();
  private final SortedMap<String, String> resultsByOperation = new TreeMap<>();

  ApiClassVisitor() {
    super(Opcodes.ASM9);
  }

  List<ApiOperation> result() {
    var operations = new ArrayList<ApiOperation>();
    pathsByOperation.forEach(
        (name, path) ->
            operations.add(
                new ApiOperation(name, path, Optional.ofNullable(resultsByOperation.get(name)))));
    return operations;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (name.endsWith(WITH_RESPONSE)) {
      var matcher = RESULT.matcher(signature == null ? "" : signature);
      if (matcher.find()) {
        resultsByOperation.put(
            stem(name, WITH_RESPONSE), ClassSignatures.simpleName(matcher.group(1)));
      }
      return null;
    }
    return name.endsWith(CALL) ? new PathVisitor(stem(name, CALL)) : null;
  }

  private static String stem(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }

  private final class PathVisitor extends MethodVisitor {
    private final String operation;

    PathVisitor(String operation) {
      super(Opcodes.ASM9);
      this.operation = operation;
    }

    @Override
    public void visitLdcInsn(Object constant) {
      if (constant instanceof String text && text.startsWith("/api")) {
        pathsByOperation.putIfAbsent(operation, text);
      }
    }
  }
}
