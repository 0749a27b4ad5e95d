package dev.taffrail.compiler.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/**
 * A change of the token list that lets the parser go on.
 *
 * @param from index of the first token that is replaced
 * @param to index behind the last one
 * @param tokens what stands there instead
 */
record Edit(int from, int to, List<CommonToken> tokens) {
  Edit {
    tokens = List.copyOf(tokens);
  }

  /** Another type for one token. */
  static Edit retype(TokenList tokens, int index, int type) {
    return new Edit(index, index + 1, List.of(Spans.retyped(tokens.get(index), type)));
  }

  static Edit remove(int index) {
    return new Edit(index, index + 1, List.of());
  }

  /** Tokens of these types, without text, in front of a token. */
  static Edit insert(TokenList tokens, int index, int... types) {
    var inserted = new java.util.ArrayList<CommonToken>();
    int place = index == 0 ? 0 : tokens.get(index - 1).getStopIndex() + 1;
    for (int type : types) {
      inserted.add(Spans.derived(tokens.get(index), type, place, place));
    }
    return new Edit(index, index, inserted);
  }
}
