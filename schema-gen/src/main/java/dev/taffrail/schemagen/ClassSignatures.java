package dev.taffrail.schemagen;

import java.util.Map;

/** Reads the generic signature of a model class's field as a field type. */
final class ClassSignatures {
  private static final String LIST = "Ljava/util/List<";
  private static final String SET = "Ljava/util/Set<";
  private static final String MAP = "Ljava/util/Map<Ljava/lang/String;";

  private static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("Ljava/lang/String;", "string"),
          Map.entry("Ljava/lang/Integer;", "int32"),
          Map.entry("Ljava/lang/Long;", "int64"),
          Map.entry("Ljava/lang/Boolean;", "bool"),
          Map.entry("Ljava/lang/Double;", "number"),
          Map.entry("Ljava/math/BigDecimal;", "number"),
          Map.entry("Ljava/lang/Object;", "json"),
          Map.entry("Ljava/time/OffsetDateTime;", "timestamp"),
          Map.entry("[B", "bytes"),
          Map.entry("Lorg/joda/time/DateTime;", "timestamp"),
          Map.entry("Lio/kubernetes/client/custom/Quantity;", "quantity"),
          Map.entry("Lio/kubernetes/client/custom/IntOrString;", "intOrString"));

  private ClassSignatures() {}

  static FieldType fieldType(String signature) {
    String scalar = SCALARS.get(signature);
    if (scalar != null) {
      return new FieldType.Scalar(scalar);
    }
    if (signature.startsWith(LIST)) {
      return new FieldType.ListOf(fieldType(argument(signature, LIST)));
    }
    if (signature.startsWith(SET)) {
      return new FieldType.ListOf(fieldType(argument(signature, SET)));
    }
    if (signature.startsWith(MAP)) {
      return new FieldType.MapOf(fieldType(argument(signature, MAP)));
    }
    if (signature.startsWith("L") && signature.contains("/models/") && !signature.contains("<")) {
      return new FieldType.Ref(simpleName(signature));
    }
    throw new IllegalStateException("no field type for the Java type `" + signature + "`");
  }

  /** The simple name of the class in {@code Lsome/pack/Name;}. */
  static String simpleName(String signature) {
    return signature.substring(signature.lastIndexOf('/') + 1, signature.length() - 1);
  }

  private static String argument(String signature, String prefix) {
    return signature.substring(prefix.length(), signature.length() - ">;".length());
  }
}
