package dev.stint.conformance.programs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Method handles: constants come back, a handle in a local keeps the program where it is. */
public final class MethodHandles {
  private static final MethodHandle TWICE = find();
  private static final VarHandle CELL;
  private int cell = 1;

  static {
    try {
      CELL =
          java.lang.invoke.MethodHandles.lookup()
              .findVarHandle(MethodHandles.class, "cell", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static MethodHandle find() {
    try {
      return java.lang.invoke.MethodHandles.lookup()
          .findStatic(MethodHandles.class, "twice", MethodType.methodType(int.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static int twice(int n) {
    int r = 0;
    for (int i = 0; i < 2; i++) {
      r += n;
    }
    return r;
  }

  int constants(int n) throws Throwable {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += (int) TWICE.invokeExact(i) + (int) CELL.getAndAdd(this, 2);
    }
    return sum;
  }

  static int local(int n) throws Throwable {
    MethodHandle plusOne =
        java.lang.invoke.MethodHandles.insertArguments(
            java.lang.invoke.MethodHandles.lookup()
                .findVirtual(String.class, "charAt", MethodType.methodType(char.class, int.class)),
            0,
            "handle");
    int sum = 0;
    for (int i = 0; i < n; i++) { // pinned here
      sum += (char) plusOne.invokeExact(i);
    }
    return sum;
  }

  public static void main(String[] args) throws Throwable {
    MethodHandles self = new MethodHandles();
    System.out.println(self.constants(5) + " " + self.cell);
    System.out.println(local(4));
    System.out.println(self.constants(3) + " " + CELL.get(self));
  }
}
