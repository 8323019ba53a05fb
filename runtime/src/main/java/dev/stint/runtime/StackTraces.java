package dev.stint.runtime;

import dev.stint.abi.Ctx;
import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.image.state.Making;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes stack traces show what their author wrote: frames of the machinery go, and the callers that
 * were saved frames when the exception was made come back.
 */
final class StackTraces {
  private static final Pattern RESUMED = Pattern.compile("\\$resume\\d*$");
  private static final String CONTINUATION = "dev.stint.abi.Continuation";
  private static final String FRAME_CLASS = "$$Frame$";

  private StackTraces() {}

  /**
   * Keeps in mind which callers of the place where an exception is made are saved frames: later
   * they may have gone on, or be on the thread's stack again.
   */
  static void remember(Throwable made) {
    List<StackTraceElement> callers = callersHere();
    if (!callers.isEmpty()) {
      Making.remember(made, callers);
    }
  }

  /** As {@link #remember}, for an exception that was made before and has a new trace now. */
  static void rememberAnew(Throwable refilled) {
    Making.remember(refilled, callersHere());
  }

  /**
   * The trace that an exception takes along in an image: clean, if it is known where it was made.
   * One that the JDK or the JVM made stays as it is until somebody looks at it.
   */
  static StackTraceElement[] travelling(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    Making making = Making.of(thrown);
    return making != null && hasMachinery(stack) ? clean(stack, callersOf(making)) : stack;
  }

  @SuppressWarnings("unchecked") // Nothing else is remembered of an exception.
  private static List<StackTraceElement> callersOf(Making making) {
    return (List<StackTraceElement>) Objects.requireNonNull(making.part(0));
  }

  /** Cleans an exception's trace, and those of its causes and suppressed exceptions. */
  static void clean(Throwable thrown) {
    clean(thrown, Collections.newSetFromMap(new IdentityHashMap<>()), List.of());
  }

  /**
   * Cleans the trace of an exception that the tasklet on the calling thread looks at. If it was
   * made since the tasklet was last mounted, its saved callers are those below the activation that
   * was resumed.
   */
  static void restore(Throwable thrown) {
    clean(thrown, Collections.newSetFromMap(new IdentityHashMap<>()), callersHere());
  }

  /** Completes the trace of an exception that goes to saved callers; null: it ends the tasklet. */
  static void stitch(Throwable thrown, @Nullable Frame callers) {
    clean(thrown, Collections.newSetFromMap(new IdentityHashMap<>()), elementsOf(callers));
  }

  /** What {@code printStackTrace} prints, for an exception that the calling tasklet looks at. */
  static String textOf(Throwable thrown) {
    restore(thrown);
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return ExceptionTexts.asWritten(text.toString());
  }

  /** The trace of the calling thread, beginning with the program's innermost frame. */
  static StackTraceElement[] ofHere() {
    return clean(new Throwable().getStackTrace(), callersHere());
  }

  /** The saved frames below the activation that runs on the calling thread. */
  static List<StackTraceElement> callersHere() {
    LiveTasklet tasklet = LiveTasklet.on(Ctx.PINNED);
    Frame resumed =
        tasklet == null || tasklet.continuation() == null ? null : tasklet.continuation().running();
    return resumed == null ? List.of() : elementsOf(resumed.parent);
  }

  /** Saved frames as a stack trace shows them. */
  static List<StackTraceElement> elementsOf(@Nullable Frame innermost) {
    List<StackTraceElement> elements = new ArrayList<>();
    for (Frame frame = innermost; frame != null; frame = frame.parent) {
      StackTraceElement at = frame.shape().at(frame.pc);
      if (!frame.shape().isMachinery() && UserFrames.isUser(at)) {
        elements.add(at);
      }
    }
    return elements;
  }

  private static void clean(
      Throwable thrown, Set<Throwable> seen, List<StackTraceElement> callers) {
    if (!seen.add(thrown)) {
      return;
    }
    StackTraceElement[] stack = thrown.getStackTrace();
    if (hasMachinery(stack)) {
      Making making = Making.of(thrown);
      thrown.setStackTrace(clean(stack, making == null ? callers : callersOf(making)));
    }
    if (thrown.getCause() != null) {
      clean(thrown.getCause(), seen, callers);
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      clean(suppressed, seen, callers);
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
    for (int index : shown(stack)) {
      kept.add(renamed(stack[index]));
    }
    if (!reachesStart(stack)) {
      kept.addAll(callers);
    }
    return kept.toArray(StackTraceElement[]::new);
  }

  /** The indexes of the frames that a program sees. */
  static List<Integer> shown(StackTraceElement[] stack) {
    List<Integer> kept = new ArrayList<>();
    int end = bottomOf(stack);
    for (int i = 0; i < end; i++) {
      if (!isHidden(stack[i]) && !isBridge(stack, i, end)) {
        kept.add(i);
      }
    }
    return kept;
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
    return name.equals(CONTINUATION)
        || name.equals(MainMethod.class.getName())
        || name.equals(JobSide.class.getName())
        || name.equals("dev.stint.support.Entry");
  }

  /** Whether a trace goes down to where the tasklet began: then nothing was saved below it. */
  static boolean reachesStart(StackTraceElement[] stack) {
    for (int i = bottomOf(stack); i < stack.length; i++) {
      if (isBottom(stack[i])) {
        return !stack[i].getClassName().equals(CONTINUATION);
      }
    }
    return false;
  }

  private static boolean isReflection(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.")
        || name.startsWith("java.lang.invoke.");
  }

  private static boolean isHidden(StackTraceElement frame) {
    return UserFrames.isMachinery(frame.getClassName())
        || frame.getClassName().contains(FRAME_CLASS)
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

  /** A frame with the name that the program gave its method. */
  static StackTraceElement renamed(StackTraceElement frame) {
    String method = frame.getMethodName();
    String name = RESUMED.matcher(method).replaceFirst("");
    if (!UserFrames.isUser(frame) || (name.equals(method) && frame.getClassLoaderName() == null)) {
      return frame;
    }
    return new StackTraceElement(
        frame.getClassName(), name, frame.getFileName(), frame.getLineNumber());
  }
}
