package dev.taffrail.runtime.view;

import dev.taffrail.value.Place;

/**
 * A flag as it was given.
 *
 * @param name without dashes in front, with dashes inside
 * @param value as written; {@code true} for a flag that stands alone
 * @param list where the list or map of arguments stands
 * @param place where this one stands
 * @param start offset of its text, to which all that is made of it points
 */
record Argument(String name, String value, Place list, Place place, int start, int end) {}
