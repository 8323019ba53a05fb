package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;
import dev.stint.TaskletFailedException;
import dev.stint.TaskletStatus;
import java.io.IOException;

/** What a tasklet throws is thrown by its join, with type, message and cause. */
public final class JoinedFailures {
  static int fail(int kind) throws IOException {
    int turns = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      turns += i;
    }
    switch (kind) {
      case 0 -> throw new IllegalStateException("state " + turns, new RuntimeException("cause"));
      case 1 -> throw new IOException("disk " + turns);
      case 2 -> throw new AssertionError("error " + turns);
      default -> {
        return turns;
      }
    }
  }

  public static void main(String[] args) {
    for (int kind = 0; kind < 4; kind++) { // frozen here
      int k = kind;
      Tasklet<Integer> t = Tasklet.spawn(() -> fail(k));
      try {
        System.out.println("result " + t.join());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage() + " " + e.getCause().getMessage());
      } catch (TaskletFailedException e) {
        System.out.println("failed with " + e.getCause());
      } catch (AssertionError e) {
        System.out.println(e);
      }
      System.out.println(t.status() == (kind < 3 ? TaskletStatus.FAILED : TaskletStatus.DONE));
    }
  }
}
