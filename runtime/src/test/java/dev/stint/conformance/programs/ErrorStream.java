package dev.stint.conformance.programs;

/** Both output streams, each in its own order, from loops and from handlers. */
public final class ErrorStream {
  static void note(String what, int n) {
    for (int i = 0; i < n; i++) { // frozen here
      (i % 2 == 0 ? System.out : System.err).println(what + i);
    }
  }

  public static void main(String[] args) {
    note("mixed ", 6);
    try {
      note("before ", 2);
      throw new UnsupportedOperationException("no");
    } catch (UnsupportedOperationException e) {
      System.err.println(e);
      note("handler ", 3);
    } finally {
      System.err.printf("%s%n", "finally");
    }
    StringBuilder trace = new StringBuilder();
    for (StackTraceElement e : new Throwable().getStackTrace()) { // frozen here
      if (e.getClassName().startsWith("dev.stint.conformance.programs")) {
        trace.append(e.getMethodName());
      }
    }
    System.err.println(trace);
  }
}
