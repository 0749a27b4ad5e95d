package dev.taffrail.compiler;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Imports files from the folder of the policy that names them, and from folders inside it. */
public final class FilesOnDisk implements ImportedFiles {
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  @Override
  public Found find(SourceFile importing, String path) {
    try {
      Path policy = Path.of(importing.name());
      Path folder =
          Objects.requireNonNull(policy.toAbsolutePath().getParent(), "no file is a root");
      Path file = folder.resolve(path);
      // A link must not lead out of the folder, or a policy from elsewhere could read any file.
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        return new Found.Refused("it is a link that leads out of the folder of the policy");
      }
      if (Files.isDirectory(file)) {
        return new Found.Refused("it is a folder");
      }
      if (Files.size(file) > MOST_BYTES) {
        return new Found.Refused("it is larger than " + MOST_BYTES + " bytes");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return new Found.File(
          SourceFile.of(
              policy.resolveSibling(path).toString().replace('\\', '/'),
              text.startsWith("\ufeff") ? text.substring(1) : text));
    } catch (NoSuchFileException missing) {
      return new Found.Refused("there is no such file");
    } catch (CharacterCodingException notText) {
      return new Found.Refused("it is not UTF-8 text");
    } catch (InvalidPathException noPath) {
      return new Found.Refused("it cannot be the name of a file");
    } catch (IOException failure) {
      return new Found.Refused("it cannot be read");
    }
  }
}
