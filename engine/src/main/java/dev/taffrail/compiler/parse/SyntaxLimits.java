package dev.taffrail.compiler.parse;

/**
 * How much one policy file may ask of the compiler.
 *
 * <p>Policy text may come from people who are not trusted, so every limit ends in one clear message
 * and never in an exhausted stack or heap. The section on limits in {@code docs/language.md} lists
 * these numbers for authors; change both together.
 */
final class SyntaxLimits {
  /** Characters of one file: 1 MiB, a hundred times the longest policy file seen. */
  static final int SOURCE_LENGTH = 1 << 20;

  /** How deep expressions, types and blocks may nest, all counted together. */
  static final int NESTING = 200;

  /** Declarations of one file. */
  static final int DECLARATIONS = 2_000;

  /** Syntax errors told about one file; whoever has more has another problem. */
  static final int SYNTAX_ERRORS = 50;

  /** Tokens read in all runs over a file with mistakes before the rest of it is given up. */
  static final int RECOVERY_TOKENS = 5_000_000;

  private SyntaxLimits() {}
}
