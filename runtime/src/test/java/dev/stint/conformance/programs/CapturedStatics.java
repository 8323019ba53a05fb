package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The value of a static final field is copied as any object when a tasklet is handed it. */
public final class CapturedStatics {
  private static final List<String> NAMES = new ArrayList<>(List.of("a", "b"));
  private static final int[] TABLE = {1, 2, 3};
  private static final Map<String, List<String>> INDEX = new TreeMap<>(Map.of("names", NAMES));
  private static final List<String> FIXED = List.of("x");

  static List<String> grown(List<String> list) {
    for (int i = 0; i < 3; i++) { // frozen here
      list.add("child" + i);
    }
    return list;
  }

  public static void main(String[] args) {
    List<String> mine = NAMES;
    System.out.println(Tasklet.spawn(() -> grown(mine)).join() + " " + NAMES);
    Map<String, List<String>> index = INDEX;
    System.out.println(Tasklet.spawn(() -> grown(index.get("names"))).join() + " " + INDEX);
    Channel<int[]> channel = Channel.buffered(1);
    channel.send(TABLE);
    int[] received = channel.receive();
    for (int i = 0; i < received.length; i++) { // frozen here
      received[i] *= 10;
    }
    System.out.println(TABLE[2] + " " + received[2] + (received == TABLE));
    Channel<List<String>> lists = Channel.buffered(1);
    lists.send(FIXED);
    System.out.println(lists.receive() + " " + (mine == NAMES) + INDEX.get("names").equals(NAMES));
  }
}
