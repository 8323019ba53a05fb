package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.time.Duration;

/** Buffered channels keep order, refuse when full, and give what is left after closing. */
public final class BufferedChannels {
  public static void main(String[] args) {
    Channel<String> box = Channel.buffered(4);
    int accepted = 0;
    for (int i = 0; i < 6; i++) { // frozen here
      accepted += box.trySend("m" + i) ? 1 : 0;
    }
    System.out.println(accepted + " " + box.send("late", Duration.ofMillis(1)));
    System.out.println(
        box.receive() + box.tryReceive().get() + box.receive(Duration.ofMillis(1)).get());
    box.send("more");
    box.close();
    StringBuilder rest = new StringBuilder();
    for (String s : box) { // frozen here
      rest.append(s).append(' ');
    }
    System.out.println(rest + "" + box.tryReceive().isPresent());
    Channel<Integer> empty = Channel.buffered(1);
    System.out.println(empty.receive(Duration.ofMillis(2)).isEmpty());
    Tasklet<Integer> filler =
        Tasklet.spawn(() -> {
          int sent = 0;
          for (int i = 0; i < 10; i++) { // frozen here
            empty.send(i);
            sent++;
          }
          empty.close();
          return sent;
        });
    int sum = 0;
    for (int n : empty) { // frozen here
      sum = sum * 3 + n;
    }
    System.out.println(sum + " " + filler.join());
    try {
      empty.send(null);
    } catch (NullPointerException e) {
      System.out.println("null refused");
    }
  }
}
