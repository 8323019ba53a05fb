package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;
import java.util.List;

/** No body of this program can suspend; they run all the same, and their results come back. */
public final class LoopFreeBodies {
  static int next(int n) {
    return n + 1;
  }

  static int failing(int n) {
    throw new IllegalArgumentException("no " + n);
  }

  public static void main(String[] args) {
    System.out.println(Tasklet.spawn(() -> next(41)).join());
    int sum = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      int number = i;
      sum += Tasklet.spawn(() -> next(number)).join();
    }
    System.out.println(sum);
    Tasklet.spawn(() -> System.out.println("an action")).join();
    System.out.println(Tasklet.map(List.of(1, 2, 3), LoopFreeBodies::next));
    try {
      System.out.println(Tasklet.spawn(() -> failing(5)).join());
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }
}
