package dev.taffrail.testing;

import dev.taffrail.compiler.parse.LineComments;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Comments that say why no test can notice a change of a line: {@code // mutants: allow because …},
 * behind the line or before it. Without a reason they allow nothing.
 */
final class AllowedMutants {
  private static final Pattern FORM =
      Pattern.compile("//\\s*mutants:\\s*allow\\s+because\\s+(\\S.*)");

  private final Map<Line, String> reasons = new HashMap<>();

  private record Line(String file, int number) {}

  AllowedMutants(Collection<SourceFile> files) {
    files.stream().filter(file -> file.text().contains("mutants:")).forEach(this::read);
  }

  /** Why a change of this place may go unnoticed. */
  Optional<String> reason(Span place) {
    return Optional.ofNullable(
        reasons.get(new Line(place.source().name(), place.startPosition().line())));
  }

  private void read(SourceFile file) {
    for (Span comment : LineComments.of(file)) {
      var form = FORM.matcher(comment.text().strip());
      if (form.matches()) {
        reasons.put(new Line(file.name(), LineComments.subjectOf(comment)), form.group(1));
      }
    }
  }
}
