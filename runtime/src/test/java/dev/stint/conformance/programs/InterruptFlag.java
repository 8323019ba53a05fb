package dev.stint.conformance.programs;

/**
 * The interrupt flag, the thread's name and a thread's locals are the program's, wherever it is.
 */
public final class InterruptFlag {
  static final ThreadLocal<int[]> COUNTER = ThreadLocal.withInitial(() -> new int[1]);
  static final InheritableThreadLocal<String> LABEL = new InheritableThreadLocal<>();

  static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // frozen here
      sum += ++COUNTER.get()[0];
    }
    return sum;
  }

  static String sleepy() {
    try {
      Thread.sleep(1_000_000);
      return "slept";
    } catch (InterruptedException e) {
      return "woken " + Thread.currentThread().isInterrupted();
    }
  }

  public static void main(String[] args) throws Exception {
    String before = Thread.currentThread().getName();
    LABEL.set("mine");
    work(3);
    System.out.println(before.equals(Thread.currentThread().getName()) + " " + LABEL.get());
    Thread.currentThread().interrupt();
    work(4);
    System.out.println(Thread.currentThread().isInterrupted());
    work(2);
    System.out.println(sleepy() + " " + COUNTER.get()[0]);
    work(2);
    System.out.println(Thread.interrupted());
    Thread.currentThread().interrupt();
    try {
      work(3);
      new Object().wait(1);
    } catch (IllegalMonitorStateException e) {
      System.out.println("not the owner, still " + Thread.interrupted());
    }
    Thread.currentThread().setName("renamed");
    int sum = 0;
    while (sum < 200) { // frozen here
      sum += work(2);
      Thread.yield();
      Thread.onSpinWait();
    }
    System.out.println(Thread.currentThread().getName() + " " + sum + " " + COUNTER.get()[0]);
    COUNTER.remove();
    work(1);
    System.out.println(COUNTER.get()[0] + " " + Thread.interrupted());
  }
}
