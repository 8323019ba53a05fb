package dev.stint.runtime;

import dev.stint.abi.FrameShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes stack traces show what their author wrote: frames of the machinery go, and the callers that
 * were saved frames when the exception was made come back.
 */
final class StackTraces {
  private static final String RESUMED = "$r";

  private StackTraces() {}

  /** Cleans an exception's trace, and those of its causes and suppressed exceptions. */
  static void clean(Throwable thrown) {
    clean(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void clean(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    if (hasMachinery(stack)) {
      thrown.setStackTrace(clean(stack, List.of()));
    }
    if (thrown.getCause() != null) {
      clean(thrown.getCause(), seen);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      clean(suppressed, seen);
    }
  }

  /** Whether a trace has not been cleaned yet. */
  static boolean hasMachinery(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (UserFrames.isMachinery(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A trace without machinery.
   *
   * @param callers the saved frames below what is on the thread's own stack, innermost first
   */
  static StackTraceElement[] clean(StackTraceElement[] stack, List<StackTraceElement> callers) {
    List<StackTraceElement> kept = new ArrayList<>();
    int end = bottomOf(stack);
    for (int i = 0; i < end; i++) {
      StackTraceElement frame = stack[i];
      if (!isHidden(frame) && !isBridge(stack, i, end)) {
        kept.add(renamed(frame));
      }
    }
    kept.addAll(callers);
    return kept.toArray(StackTraceElement[]::new);
  }

  /** Where the program's part of the thread's stack ends: the carrier's loop is below. */
  private static int bottomOf(StackTraceElement[] stack) {
    int end = stack.length;
    for (int i = 0; i < stack.length; i++) {
      if (isBottom(stack[i])) {
        end = i;
        break;
      }
    }
    while (end > 0 && isReflection(stack[end - 1]) && end < stack.length) {
      end--;
    }
    return end;
  }

  private static boolean isBottom(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.equals("dev.stint.abi.Continuation")
        || name.equals(MainMethod.class.getName())
        || name.equals(JobSide.class.getName())
        || name.equals("dev.stint.support.Entry");
  }

  private static boolean isReflection(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("java.lang.invoke.");
  }

  private static boolean isHidden(StackTraceElement frame) {
    return UserFrames.isMachinery(frame.getClassName())
        || frame.getClassName().contains(FrameShape.LAMBDA_MARK);
  }

  /** A method's plain form that only passes on to its suspendable form, just above it. */
  private static boolean isBridge(StackTraceElement[] stack, int index, int end) {
    StackTraceElement frame = stack[index];
    if (frame.getLineNumber() >= 0 || index == 0 || index >= end || !UserFrames.isUser(frame)) {
      return false;
    }
    StackTraceElement above = stack[index - 1];
    return above.getClassName().equals(frame.getClassName())
        && above.getMethodName().equals(frame.getMethodName());
  }

  private static StackTraceElement renamed(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (!UserFrames.isUser(frame)
        || (!method.endsWith(RESUMED) && frame.getClassLoaderName() == null)) {
      return frame;
    }
    String name =
        method.endsWith(RESUMED) ? method.substring(0, method.length() - RESUMED.length()) : method;
    return new StackTraceElement(
        frame.getClassName(), name, frame.getFileName(), frame.getLineNumber());
  }
}
