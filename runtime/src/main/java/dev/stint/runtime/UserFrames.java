package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** Tells the user's frames from the machinery's in a stack trace. */
final class UserFrames {
  /** The name of every job class loader, which stack trace elements carry. */
  static final String LOADER = "stint-job";

  private static final String SUPPORT = "dev.stint.support.";

  private UserFrames() {}

  /** Whether a frame is of the job's own program. */
  static boolean isUser(StackTraceElement frame) {
    return LOADER.equals(frame.getClassLoaderName()) && !frame.getClassName().startsWith(SUPPORT);
  }

  /** The innermost frame of the job's own program, or null. */
  static @Nullable StackTraceElement top(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (isUser(frame)) {
        return frame;
      }
    }
    return null;
  }
}
