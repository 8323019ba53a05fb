package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/** Tells the user's frames from those of the JDK and of the machinery in a stack trace. */
final class UserFrames {
  private static final String[] MACHINERY = {
    "dev.stint.runtime.",
    "dev.stint.abi.",
    "dev.stint.support.",
    "dev.stint.companion.",
    "dev.stint.image.",
    "dev.stint.spi."
  };

  private UserFrames() {}

  /** Whether a class, by binary name, is part of what runs tasklets. */
  static boolean isMachinery(String className) {
    for (String prefix : MACHINERY) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a frame is of the job's own program. */
  static boolean isUser(StackTraceElement frame) {
    return frame.getModuleName() == null && !isMachinery(frame.getClassName());
  }

  /** The innermost frame of the job's own program in a stack, or null. */
  static @Nullable StackTraceElement top(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (isUser(frame)) {
        return frame;
      }
    }
    return null;
  }

  /** The innermost frame of the job's own program on the calling thread, or null. */
  static @Nullable StackTraceElement here() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .filter(f -> !isMachinery(f.getClassName()))
                .map(StackWalker.StackFrame::toStackTraceElement)
                .filter(UserFrames::isUser)
                .findFirst()
                .orElse(null));
  }
}
