package dev.taffrail.runtime.interpret;

import dev.taffrail.value.Place;
import java.util.Optional;

/**
 * One path that decided a check.
 *
 * @param place where it stands, or would stand
 * @param member what was asked of the value there: {@code .digest} of an image; mostly empty
 * @param found what is there, in words
 * @param wanted what the check wants there, in words: {@code must be at most 1Gi}
 */
record Site(Optional<Place> place, String member, String found, String wanted) {
  Site(Optional<Place> place, String found, String wanted) {
    this(place, "", found, wanted);
  }
}
