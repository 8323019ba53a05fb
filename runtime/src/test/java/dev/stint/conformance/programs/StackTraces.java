package dev.stint.conformance.programs;

/** A stack trace taken below loops shows the methods as written, in the order they were called. */
public final class StackTraces {
  static void show(String title, Throwable t) {
    StringBuilder line = new StringBuilder(title).append(':');
    for (StackTraceElement e : t.getStackTrace()) { // frozen here
      if (e.getClassName().equals(StackTraces.class.getName())) {
        line.append(' ').append(e.getMethodName()).append('@').append(e.getLineNumber());
      }
    }
    System.out.println(line);
  }

  static int descend(int depth) {
    int sum = 0;
    for (int i = 0; i < 2; i++) { // frozen here
      sum += depth == 0 ? fail(i) : descend(depth - 1);
    }
    return sum;
  }

  static int fail(int i) {
    for (int j = 0; j < 3; j++) { // frozen here
      if (i == 1 && j == 2) {
        throw new IllegalStateException("bottom");
      }
    }
    return 1;
  }

  static RuntimeException created() {
    RuntimeException e = new RuntimeException("made here");
    for (int i = 0; i < 3; i++) { // frozen here
      e.addSuppressed(new RuntimeException("s" + i));
    }
    return e;
  }

  public static void main(String[] args) {
    try {
      System.out.println(descend(3));
    } catch (IllegalStateException e) {
      show(e.getMessage(), e);
    }
    RuntimeException made = created();
    show("made", made);
    for (Throwable s : made.getSuppressed()) { // frozen here
      show(s.getMessage(), s);
    }
    StackTraceElement[] copy = made.getStackTrace();
    int same = 0;
    for (int i = 0; i < copy.length; i++) { // frozen here
      same += copy[i].equals(made.getStackTrace()[i]) ? 1 : 0;
    }
    System.out.println(same == copy.length);
    show("filled in again", made.fillInStackTrace());
  }
}
