package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/**
 * Exceptions kept over loops: cause, suppressed, own fields, traces, identity, and what finally
 * does.
 */
public final class ExceptionHistory {
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final int code;
    final List<String> notes = new ArrayList<>();

    Refused(int code, Throwable cause) {
      super("code " + code, cause);
      this.code = code;
    }

    @Override
    public String getMessage() {
      return super.getMessage() + notes;
    }
  }

  static final class Light extends RuntimeException {
    private static final long serialVersionUID = 1;

    Light(String message) {
      super(message, null, false, false);
    }
  }

  record Step(String name, boolean fails) implements AutoCloseable {
    @Override
    public void close() {
      spin(3);
      System.out.print("close " + name + "; ");
      if (fails) {
        throw new IllegalStateException("closing " + name);
      }
    }
  }

  static int spin(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += i * i;
    }
    return sum;
  }

  static void fail(int depth) throws Refused {
    if (depth == 0) {
      try {
        Object o = spin(3);
        System.out.println((String) o);
      } catch (ClassCastException e) {
        spin(2);
        throw new Refused(spin(4), e);
      }
    }
    try {
      fail(depth - 1);
    } catch (Refused e) {
      spin(2);
      e.notes.add("at " + depth);
      throw e;
    }
  }

  @SuppressWarnings("finally")
  static String overridden(int n) {
    for (int i = 0; ; i++) { // frozen here
      try {
        try {
          if (i == n) {
            throw new Light("inner " + i);
          }
          continue;
        } finally {
          spin(2);
          if (i == 1) {
            break;
          }
        }
      } catch (Light e) {
        return e.getMessage() + e.getStackTrace().length + e.getSuppressed().length;
      } finally {
        if (i == 3) {
          return "lost";
        }
      }
    }
    return "broken";
  }

  static void trace(Throwable t) {
    for (StackTraceElement e : t.getStackTrace()) { // frozen here
      if (e.getClassName().endsWith("ExceptionHistory")) {
        System.out.print(e.getMethodName() + ":" + e.getLineNumber() + " ");
      }
    }
    System.out.println();
  }

  public static void main(String[] args) throws Exception {
    Refused kept = null;
    try {
      fail(3);
    } catch (Refused e) {
      kept = e;
    }
    spin(3);
    System.out.println(kept.getMessage() + kept.code + kept.getCause().getClass().getSimpleName());
    trace(kept);
    trace(kept.getCause());
    Throwable same = kept;
    try (Step a = new Step("a", true);
        Step none = null;
        Step b = new Step("b", true)) {
      spin(2);
      throw kept;
    } catch (Refused | IllegalStateException e) {
      spin(2);
      System.out.println(
          (e == same) + " " + e.getSuppressed().length + e.getSuppressed()[1].getMessage());
    }
    System.out.println(overridden(0) + " " + overridden(1) + " " + overridden(2));
    IllegalStateException late = new IllegalStateException("late");
    spin(2);
    late.initCause(kept);
    try {
      late.initCause(null);
    } catch (IllegalStateException e) {
      System.out.println(e.getCause() == late);
    }
    StackTraceElement[] made = {new StackTraceElement("A", "b", "C.java", 7)};
    late.setStackTrace(made);
    spin(2);
    System.out.println(
        late.getStackTrace()[0] + " " + late.getCause().getSuppressed()[0].getMessage());
  }
}
