package dev.stint.transformer.analysis;

import java.lang.classfile.instruction.ExceptionCatch;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where an activation can be saved and gone on with: behind a call, or where a loop is
 * about to begin its next turn.
 *
 * @param pc its number within the method, from 1
 * @param index the element it belongs to
 * @param call how the call is written, or null at a loop's back-edge
 * @param result what the call returns, or null if nothing
 * @param operands what is on the stack besides the call's own arguments, bottom first
 * @param locals the types of the local variables
 * @param live the local variables that are still needed
 * @param handlers where an exception that arrives here can go, in the order they are tried
 * @param line the source line, or -1
 */
public record SuspensionPoint(
    int pc,
    int index,
    @Nullable CallPlan call,
    @Nullable SlotType result,
    List<SlotType> operands,
    SlotType[] locals,
    BitSet live,
    List<ExceptionCatch> handlers,
    int line) {

  /** Whether it is where control goes backwards, and not behind a call. */
  public boolean isTurn() {
    return call == null;
  }
}
