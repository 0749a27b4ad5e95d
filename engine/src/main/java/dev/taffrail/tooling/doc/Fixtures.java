package dev.taffrail.tooling.doc;

import dev.taffrail.source.SourceFile;
import java.util.Optional;

/** Manifests that lie beside a policy file, for policies whose tests show none. */
public interface Fixtures {
  /** Where there are none. */
  Fixtures NONE =
      new Fixtures() {
        @Override
        public Optional<SourceFile> passing(SourceFile policy) {
          return Optional.empty();
        }

        @Override
        public Optional<SourceFile> failing(SourceFile policy) {
          return Optional.empty();
        }
      };

  /** A manifest that satisfies the only policy of a file. */
  Optional<SourceFile> passing(SourceFile policy);

  /** A manifest that violates the only policy of a file. */
  Optional<SourceFile> failing(SourceFile policy);
}
