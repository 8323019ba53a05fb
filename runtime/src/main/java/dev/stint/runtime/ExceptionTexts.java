package dev.stint.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The JVM describes a null by the code that it found it in, which is ours: it names methods with the
 * context as a parameter.
 */
final class ExceptionTexts {
  private static final String CONTEXT = "dev.stint.abi.Ctx";

  private ExceptionTexts() {}

  /** A text of an exception as it would be for the code that the program's author wrote. */
  static @Nullable String asWritten(Throwable thrown, @Nullable String text) {
    return thrown instanceof NullPointerException && text != null ? asWritten(text) : text;
  }

  /** The same for any text of a stack trace. */
  static String asWritten(String text) {
    return text.contains(CONTEXT)
        ? text.replace(", " + CONTEXT + ")", ")").replace("(" + CONTEXT + ")", "()")
        : text;
  }
}
