package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/** Three producers and two consumers share channels; nothing is lost and nothing doubled. */
public final class ProducersConsumers {
  record Item(int producer, int number) {}

  static int produce(Channel<Item> out, int id, int n) {
    for (int i = 0; i < n; i++) { // frozen here
      out.send(new Item(id, i));
    }
    return n;
  }

  static long consume(Channel<Item> in) {
    long sum = 0;
    int last = -1;
    for (Item item : in) { // frozen here
      sum += 1 + item.producer() * 1000L + item.number() * 100_000L;
      last = item.number();
    }
    return last >= -1 ? sum : -1;
  }

  public static void main(String[] args) {
    Channel<Item> items = Channel.buffered(2);
    List<Tasklet<Integer>> producers = new ArrayList<>();
    List<Tasklet<Long>> consumers = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // frozen here
      int id = i;
      producers.add(Tasklet.spawn(() -> produce(items, id, 10)));
    }
    for (int i = 0; i < 2; i++) { // frozen here
      consumers.add(Tasklet.spawn(() -> consume(items)));
    }
    int sent = 0;
    for (Tasklet<Integer> p : producers) { // frozen here
      sent += p.join();
    }
    items.close();
    long sum = 0;
    for (Tasklet<Long> c : consumers) { // frozen here
      sum += c.join();
    }
    System.out.println(sent + " " + sum);
  }
}
