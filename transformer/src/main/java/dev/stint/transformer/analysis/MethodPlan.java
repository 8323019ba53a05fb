package dev.stint.transformer.analysis;

import dev.stint.transformer.PinReason;
import java.lang.classfile.MethodModel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is decided about one method's body before it is written.
 *
 * @param method the method
 * @param code its code
 * @param points its suspension points by pc; empty if it stays plain
 * @param calls the calls that are not written as they were, by element index; a pinned one is
 *     planned all the same
 * @param pinnedPolls elements that close a loop where nothing can be unwound
 * @param delayedNews the {@code new} instructions whose object must not exist yet when a suspension
 *     point is passed, and those replaced by a factory
 * @param constructors the constructor calls that end such a delay, by element index
 * @param pins what could have suspended and cannot
 * @param parameterSlots slots of the parameters, receiver included
 * @param maxLocals slots of all local variables
 */
public record MethodPlan(
    MethodModel method,
    CodeShape code,
    List<SuspensionPoint> points,
    Map<Integer, CallPlan> calls,
    Set<Integer> pinnedPolls,
    Set<Integer> delayedNews,
    Map<Integer, DelayedConstruction> constructors,
    List<Pin> pins,
    int parameterSlots,
    int maxLocals) {

  /** A call or loop that runs pinned. */
  public record Pin(int line, PinReason reason, String detail) {}

  /** Whether it can leave and be gone on with where control goes backwards. */
  public boolean leavesAtTurns() {
    return points.stream().anyMatch(SuspensionPoint::isTurn);
  }

  /** Whether it can leave and be gone on with behind a call. */
  public boolean leavesAtCalls() {
    return !points.stream().allMatch(SuspensionPoint::isTurn);
  }

  /** Whether code has to be written anew. */
  public boolean changesCode() {
    return !points.isEmpty()
        || !calls.isEmpty()
        || !pinnedPolls.isEmpty()
        || !delayedNews.isEmpty();
  }
}
