package dev.stint.conformance.programs;

/** Thread locals, inheritable ones too, belong to the program's own thread of control. */
public final class ThreadLocals {
  private static final ThreadLocal<StringBuilder> BUFFER =
      ThreadLocal.withInitial(StringBuilder::new);
  private static final ThreadLocal<Integer> DEPTH = new ThreadLocal<>();
  private static final InheritableThreadLocal<String> USER = new InheritableThreadLocal<>();

  static int nested(int n) {
    Integer before = DEPTH.get();
    DEPTH.set(before == null ? 1 : before + 1);
    try {
      int sum = DEPTH.get();
      for (int i = 0; i < n; i++) { // frozen here
        sum += nested(n - 1);
      }
      BUFFER.get().append(DEPTH.get());
      return sum;
    } finally {
      if (before == null) {
        DEPTH.remove();
      } else {
        DEPTH.set(before);
      }
    }
  }

  public static void main(String[] args) {
    USER.set("me");
    System.out.println(nested(3) + " " + BUFFER.get() + " " + DEPTH.get());
    ThreadLocal<int[]> local = new ThreadLocal<>();
    local.set(new int[] {1});
    for (int i = 0; i < 5; i++) { // frozen here
      local.get()[0] *= 3;
    }
    System.out.println(local.get()[0] + " " + USER.get());
    BUFFER.remove();
    System.out.println(BUFFER.get().length());
  }
}
