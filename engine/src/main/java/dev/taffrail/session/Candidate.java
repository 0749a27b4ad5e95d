package dev.taffrail.session;

/**
 * Something that may be typed next.
 *
 * @param text what is put in
 * @param group what it is: {@code field}, {@code value}, {@code keyword}
 * @param type its type, or empty
 * @param words what it means, one line, or empty
 */
public record Candidate(String text, String group, String type, String words) {}
