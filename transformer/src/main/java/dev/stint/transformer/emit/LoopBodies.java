package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.MethodPlan;
import dev.stint.transformer.analysis.SuspensionPoint;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;

/**
 * The bodies of a method that are entered at a turn of a loop: one for each such point as long as
 * that takes little room, for the JIT makes the most of code with a single entry; else one for all.
 */
final class LoopBodies {
  /** Bytes of original code in all copies together. */
  private static final int ROOM = 2_000;

  /**
   * One body.
   *
   * @param name of its method
   * @param points where it can be entered
   */
  record Body(String name, List<SuspensionPoint> points) {}

  private LoopBodies() {}

  static List<Body> of(MethodPlan plan) {
    List<SuspensionPoint> turns = plan.points().stream().filter(SuspensionPoint::isTurn).toList();
    if (turns.isEmpty()) {
      return List.of();
    }
    String name = OwnerClass.resumeBodyName(plan);
    int length = ((CodeAttribute) plan.method().code().orElseThrow()).codeLength();
    return turns.size() * length > ROOM
        ? List.of(new Body(name, turns))
        : turns.stream().map(turn -> new Body(name + turn.pc(), List.of(turn))).toList();
  }
}
