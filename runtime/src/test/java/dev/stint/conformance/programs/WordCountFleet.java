package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Workers that take lines from one channel and give counts to another; what they share is copied.
 */
public final class WordCountFleet {
  record Chunk(int number, List<String> lines) implements Serializable {}

  record Counted(int number, Map<String, Integer> counts) implements Serializable {}

  static Map<String, Integer> count(List<String> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : lines) { // frozen here
      for (String word : line.split("\\W+")) { // frozen here
        if (!word.isEmpty()) {
          counts.merge(word.toLowerCase(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  static int work(Channel<Chunk> in, Channel<Counted> out) {
    int done = 0;
    for (Chunk chunk : in) { // frozen here
      out.send(new Counted(chunk.number(), count(chunk.lines())));
      done++;
    }
    return done;
  }

  public static void main(String[] args) {
    String text =
        """
        The stint is a small wader, and the little stint is smaller.
        A stint of work is a spell of work;
        the spell ends, the stint goes on elsewhere.
        On and on, over and over, the little wader goes.
        Work, spell, stint.\
        """;
    Channel<Chunk> chunks = Channel.buffered(2);
    Channel<Counted> results = Channel.rendezvous();
    List<Tasklet<Integer>> workers = new ArrayList<>();
    for (int w = 0; w < 3; w++) { // frozen here
      workers.add(Tasklet.spawn(() -> work(chunks, results)));
    }
    Tasklet<Integer> feeder =
        Tasklet.spawn(() -> {
          int number = 0;
          List<String> batch = new ArrayList<>();
          for (String line : text.split("\n")) { // frozen here
            batch.add(line);
            if (batch.size() == 2) {
              chunks.send(new Chunk(number++, batch));
              batch.clear();
            }
          }
          chunks.send(new Chunk(number++, batch));
          chunks.close();
          return number;
        });
    int expected = feeder.join();
    Map<Integer, Map<String, Integer>> byNumber = new TreeMap<>();
    while (byNumber.size() < expected) { // frozen here
      Counted c = results.receive();
      byNumber.put(c.number(), c.counts());
    }
    int done = 0;
    for (Tasklet<Integer> worker : workers) { // frozen here
      done += worker.join();
    }
    Map<String, Integer> all = new TreeMap<>();
    for (Map<String, Integer> part : byNumber.values()) { // frozen here
      for (Map.Entry<String, Integer> e : part.entrySet()) { // frozen here
        all.merge(e.getKey(), e.getValue(), Integer::sum);
      }
    }
    System.out.println(done + " " + expected + " " + all);
    int[] shared = {1, 2, 3};
    Tasklet<Integer> doubler =
        Tasklet.spawn(() -> {
          for (int i = 0; i < shared.length; i++) { // frozen here
            shared[i] *= 2;
          }
          return shared[0] + shared[1] + shared[2];
        });
    System.out.println(doubler.join() + " " + shared[2]);
  }
}
