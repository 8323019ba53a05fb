package dev.stint.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class in a process that must not outlive the one that started it: the starter
 * keeps this process's standard input open, and however the starter ends, the input ends with it.
 * Ctrl-C in the terminal that both share is the starter's alone, unless the main class wants it.
 */
public final class Leash {
  private Leash() {}

  /** Takes the name of the main class, and its arguments. */
  public static void main(String[] arguments) throws Throwable {
    Signals.onInterrupt(() -> {});
    Thread.ofPlatform().daemon().name("stint-leash").start(Leash::endWithInput);
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) rest(arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static String[] rest(String[] arguments) {
    return Arrays.stream(arguments).skip(1).toArray(String[]::new);
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is expected.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(0);
  }
}
