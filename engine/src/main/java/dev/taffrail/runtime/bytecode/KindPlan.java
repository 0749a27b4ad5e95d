package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * How objects of one kind are judged by some policies: who is asked at all, what the generated
 * classes say, and what is left to the interpreter.
 *
 * <p>Immutable and safe to share.
 */
public final class KindPlan {
  private final List<Entry> entries;
  private final List<Chunk> chunks;
  private final Verdict usual;

  KindPlan(List<Entry> entries, List<Chunk> chunks) {
    this.entries = List.copyOf(entries);
    this.chunks = List.copyOf(chunks);
    this.usual = verdict(new byte[entries.size()]);
  }

  /** How a policy is judged. */
  enum Way {
    /** Objects of the kind are none of its business. */
    NOT_ABOUT,
    COMPILED,
    INTERPRETED
  }

  record Entry(IrPolicy policy, Way way) {}

  /** Policies in one class, by their numbers. */
  record Chunk(TargetView view, List<Integer> members, Judge judge) {
    Chunk {
      members = List.copyOf(members);
    }
  }

  /**
   * What is certain about an object.
   *
   * @param passed rules that passed
   * @param notApplicable rules that do not apply
   * @param judged the ids of the policies that passed
   * @param open policies that must be interpreted, in their order
   */
  public record Verdict(int passed, int notApplicable, List<String> judged, List<IrPolicy> open) {
    public Verdict {
      judged = List.copyOf(judged);
      open = List.copyOf(open);
    }
  }

  private static final byte DOUBT = 1;
  private static final byte NOT_APPLICABLE = 2;

  /** The verdict when everything that is compiled passes; always the same one. */
  public Verdict usual() {
    return usual;
  }

  /** The verdict on an object of the kind. */
  public Verdict judge(KubernetesObject object) {
    byte[] marks = null;
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      Node.Mapping target = chunk.view.node(object);
      long bits = target == null ? -1L << Judge.MOST : bits(chunk, object, target);
      if (bits != 0) {
        marks = marks == null ? new byte[entries.size()] : marks;
        mark(chunk, bits, marks);
      }
    }
    return marks == null ? usual : verdict(marks);
  }

  /** A bug in generated code must not end a run, nor let an object pass. */
  private static long bits(Chunk chunk, KubernetesObject object, Node.Mapping target) {
    try {
      return chunk.judge.judge(object, target, chunk.view);
    } catch (RuntimeException | StackOverflowError bug) {
      return (1L << Judge.MOST) - 1;
    }
  }

  private static void mark(Chunk chunk, long bits, byte[] marks) {
    for (int bit = 0; bit < chunk.members.size(); bit++) {
      if ((bits >> bit & 1) != 0) {
        marks[chunk.members.get(bit)] = DOUBT;
      } else if ((bits >> bit + Judge.MOST & 1) != 0) {
        marks[chunk.members.get(bit)] = NOT_APPLICABLE;
      }
    }
  }

  private Verdict verdict(byte[] marks) {
    int passed = 0;
    int notApplicable = 0;
    var judged = new ArrayList<String>();
    var open = new ArrayList<IrPolicy>();
    for (int i = 0; i < marks.length; i++) {
      Entry entry = entries.get(i);
      int rules = entry.policy.rules().size();
      if (entry.way == Way.NOT_ABOUT || marks[i] == NOT_APPLICABLE) {
        notApplicable += rules;
      } else if (entry.way == Way.INTERPRETED || marks[i] == DOUBT) {
        open.add(entry.policy);
      } else {
        passed += rules;
        judged.add(entry.policy.id());
      }
    }
    return new Verdict(passed, notApplicable, judged, open);
  }
}
