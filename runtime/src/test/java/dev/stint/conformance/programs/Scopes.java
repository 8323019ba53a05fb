package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.Tasklet;
import dev.stint.TaskletStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Scopes give results in the order of forks, cancel after a failure, and outlive nothing. */
public final class Scopes {
  static long count(int from, int to) {
    long n = 0;
    for (int i = from; i < to; i++) { // frozen here
      n += i % 7;
    }
    return n;
  }

  static List<Long> all() {
    try (Scope<Long> scope = Scope.open()) {
      for (int i = 0; i < 4; i++) { // frozen here
        int from = i * 10;
        scope.fork(() -> count(from, from + 10));
      }
      return scope.joinAll();
    }
  }

  static long endless(Channel<String> said, String name) {
    long turns = 0;
    try {
      said.send(name);
      while (turns >= 0) { // frozen here
        turns = (turns + 1) % 100;
        Tasklet.yield();
      }
    } finally {
      said.send(name + " ended");
    }
    return turns;
  }

  static long fails(Channel<String> said) {
    for (int i = 0; i < 2; i++) { // frozen here
      said.send("starting");
    }
    throw new IllegalStateException("no luck");
  }

  /** The failure comes while the owner waits for a message, and not in joinAll. */
  static String failing() {
    Channel<String> said = Channel.buffered(16);
    List<String> heard = new ArrayList<>();
    List<Tasklet<?>> forked = new ArrayList<>();
    try (Scope<Long> scope = Scope.open()) {
      forked.add(scope.fork(() -> endless(said, "left")));
      heard.add(said.receive());
      forked.add(scope.fork(() -> fails(said)));
      while (!heard.contains("left ended")) { // frozen here
        heard.add(said.receive());
      }
      forked.add(scope.fork(() -> endless(said, "late")));
      scope.joinAll();
      heard.add("joined");
    } catch (IllegalStateException e) {
      heard.add(e.getMessage());
    }
    String status = "";
    for (Tasklet<?> t : forked) { // frozen here
      status += " " + t.status();
    }
    return heard.get(0) + heard.contains("late") + heard.get(heard.size() - 1) + status;
  }

  /** Leaving the block cancels who has not ended, and waits for it. */
  static String left() {
    Channel<String> said = Channel.buffered(4);
    Tasklet<Long> forked;
    try (Scope<Long> scope = Scope.open()) {
      forked = scope.fork(() -> endless(said, "left alone"));
      said.receive();
    }
    boolean cancelled = forked.status() == TaskletStatus.CANCELLED;
    try {
      forked.join();
    } catch (CancellationException e) {
      cancelled &= said.receive().equals("left alone ended");
    }
    return "left " + cancelled;
  }

  static String nested() {
    try (Scope<List<Long>> outer = Scope.open()) {
      outer.fork(() -> all());
      outer.fork(() -> {
        try (Scope<Long> inner = Scope.open()) {
          inner.fork(() -> 1 / Math.max(0L, count(0, 1)));
          return inner.joinAll();
        }
      });
      return "joined " + outer.joinAll();
    } catch (ArithmeticException e) {
      return e.getMessage();
    }
  }

  static String owner(Channel<String> said) {
    try (Scope<Long> scope = Scope.open()) {
      scope.fork(() -> endless(said, "inner"));
      return "joined " + scope.joinAll();
    } finally {
      said.send("block left");
    }
  }

  /** Who waits in a scope and is cancelled, leaves it after those it has forked. */
  static String cancelledOwner() {
    Channel<String> said = Channel.buffered(4);
    Tasklet<String> owner = Tasklet.spawn(() -> owner(said));
    String heard = said.receive();
    owner.cancel();
    try {
      heard += owner.join();
    } catch (CancellationException e) {
      for (int i = 0; i < 2; i++) { // frozen here
        heard += ", " + said.receive();
      }
    }
    return heard;
  }

  static List<Integer> actions() {
    Channel<Integer> c = Channel.buffered(8);
    try (Scope<Object> scope = Scope.open()) {
      for (int i = 0; i < 3; i++) { // frozen here
        int n = i;
        scope.fork(() -> c.send(n));
      }
      System.out.println(scope.joinAll());
      scope.fork(() -> "a string");
      System.out.println(scope.joinAll());
    }
    c.close();
    List<Integer> sorted = new ArrayList<>();
    for (int n : c) { // frozen here
      sorted.add(n);
    }
    sorted.sort(null);
    return sorted;
  }

  public static void main(String[] args) {
    System.out.println(all());
    System.out.println(failing());
    System.out.println(left());
    System.out.println(nested());
    System.out.println(cancelledOwner());
    System.out.println(actions());
    Scope<Long> scope = Scope.open();
    scope.close();
    scope.close();
    try {
      scope.fork(() -> 1L);
    } catch (IllegalStateException e) {
      System.out.println("closed");
    }
  }
}
