package dev.stint.conformance.programs;

// conformance: own-jvm
/** Shutdown hooks run when the program ends, after its output, also when it exits. */
public final class ShutdownHooks {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  public static void main(String[] args) {
    int[] state = {1};
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook " + state[0])));
    Thread removed = new Thread(() -> System.out.println("never"));
    Runtime.getRuntime().addShutdownHook(removed);
    state[0] += turns(4);
    System.out.println(Runtime.getRuntime().removeShutdownHook(removed));
    removed = null;
    System.out.println("body " + turns(5));
    if (state[0] > 2) {
      System.exit(state[0]);
    }
  }
}
