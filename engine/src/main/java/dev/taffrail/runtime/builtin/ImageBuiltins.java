package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.BOOL;
import static dev.taffrail.compiler.type.Type.Scalar.DIGEST;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_PREFIX;
import static dev.taffrail.compiler.type.Type.Scalar.IMAGE_REF;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.maybeWords;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.truth;
import static dev.taffrail.runtime.builtin.Declarations.whole;
import static dev.taffrail.runtime.builtin.Declarations.with;
import static dev.taffrail.runtime.builtin.Declarations.words;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ImagePrefix;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.ListValue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Image references, always as runtimes understand them, and their prefixes. */
final class ImageBuiltins {
  private ImageBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            IMAGE_REF,
            "registry",
            STRING,
            "The registry in lower case, with its port; `docker.io` if none is written.",
            "image\"GHCR.io/acme/app\".registry == \"ghcr.io\"",
            on(ImageRef.class, image -> words(image.registry()))),
        member(
            IMAGE_REF,
            "repository",
            STRING,
            "Registry and path, without tag and digest.",
            "image\"nginx:1\".repository == \"docker.io/library/nginx\"",
            on(ImageRef.class, image -> words(image.repository()))),
        member(
            IMAGE_REF,
            "path",
            STRING,
            "The repository without its registry.",
            "image\"nginx:1\".path == \"library/nginx\"",
            on(ImageRef.class, image -> words(image.path()))),
        member(
            IMAGE_REF,
            "name",
            STRING,
            "The last part of the path.",
            "image\"ghcr.io/acme/app:1\".name == \"app\"",
            on(ImageRef.class, image -> words(image.name()))),
        member(
            IMAGE_REF,
            "tag",
            optional(STRING),
            "The tag as written; unset if there is none, though runtimes then take `latest`.",
            "image\"nginx:1.27\".tag! == \"1.27\"",
            on(ImageRef.class, image -> maybeWords(image.tag()))),
        member(
            IMAGE_REF,
            "digest",
            optional(DIGEST),
            "The digest; unset if there is none. With a digest, runtimes do not look at the tag.",
            "image\"nginx:1.27\".digest is unset",
            on(ImageRef.class, image -> maybeWords(image.digest()))),
        member(
            IMAGE_REF,
            "hasRegistry",
            BOOL,
            "Whether the registry is written out.",
            "image\"ghcr.io/acme/app\".hasRegistry",
            on(ImageRef.class, image -> truth(image.hasRegistry()))),
        member(
            IMAGE_REF,
            "prefixes",
            new Type.ListOf(IMAGE_PREFIX),
            "Every prefix that covers it, from the registry to the whole repository.",
            "image\"ghcr.io/acme/app\".prefixes.size == 3",
            on(ImageRef.class, image -> ListValue.of(List.copyOf(image.prefixes())))),
        method(
            IMAGE_REF,
            "within",
            with("prefix", IMAGE_PREFIX),
            BOOL,
            "Whether the prefix covers it, by whole segments.",
            "image\"ghcr.io/acme/app:1\".within(\"ghcr.io/acme/\")",
            (image, prefix) -> truth(((ImageRef) image).within((ImagePrefix) prefix))),
        changed(
            "withTag",
            "tag",
            STRING,
            "With another tag and without the digest, which would win over it.",
            "image\"nginx:1\".withTag(\"2\").tag! == \"2\"",
            ImageRef::withTag),
        changed(
            "withDigest",
            "digest",
            DIGEST,
            "With another digest.",
            "image\"nginx\".withDigest(\"sha256:"
                + "0123456789abcdef".repeat(4)
                + "\").digest is set",
            ImageRef::withDigest),
        changed(
            "withRegistry",
            "registry",
            STRING,
            "The same path in another registry.",
            "image\"nginx\".withRegistry(\"mirror.example\") == image\"mirror.example/library/nginx\"",
            ImageRef::withRegistry),
        member(
            IMAGE_PREFIX,
            "segments",
            INT,
            "How many segments it has, the registry included.",
            "image\"ghcr.io/acme/app\".prefixes.last!.segments == 3",
            on(ImagePrefix.class, prefix -> whole(prefix.segments()))),
        member(
            IMAGE_PREFIX,
            "text",
            STRING,
            "Registry and path, without a slash at the end.",
            "image\"nginx\".prefixes.last!.text == \"docker.io/library/nginx\"",
            on(ImagePrefix.class, prefix -> words(prefix.canonical()))));
  }

  private static Builtin changed(
      String name,
      String what,
      Type type,
      String documentation,
      String example,
      BiFunction<ImageRef, String, Optional<ImageRef>> change) {
    return method(
        IMAGE_REF,
        name,
        with(what, type),
        IMAGE_REF,
        documentation,
        example,
        (image, argument) ->
            change
                .apply((ImageRef) image, string(argument))
                .orElseThrow(
                    () ->
                        new EvaluationError(
                            ErrorCode.MALFORMED,
                            "`%s` is no %s of an image".formatted(string(argument), what))));
  }
}
