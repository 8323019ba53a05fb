package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;

/** What a tasklet captures, sends and returns is copied: no two share a mutable object. */
public final class CopiedCaptures {
  static List<Integer> extend(List<Integer> list, int n) {
    for (int i = 0; i < n; i++) { // frozen here
      list.add(100 + i);
    }
    return list;
  }

  public static void main(String[] args) {
    List<Integer> mine = new ArrayList<>(List.of(1, 2));
    Tasklet<List<Integer>> child = Tasklet.spawn(() -> extend(mine, 3));
    mine.add(3);
    List<Integer> theirs = child.join();
    System.out.println(mine + " " + theirs.subList(2, theirs.size()) + (mine == theirs));
    int[] array = {1, 2, 3};
    Channel<int[]> channel = Channel.buffered(1);
    channel.send(array);
    array[0] = 99;
    int[] received = channel.receive();
    for (int i = 0; i < 3; i++) { // frozen here
      received[i] *= 10;
    }
    System.out.println(array[0] + " " + array[1] + " " + received[0] + " " + received[1]);
    StringBuilder text = new StringBuilder("text");
    Tasklet<String> other = Tasklet.spawn(() -> text.append("!").toString());
    System.out.println(other.join() + text);
    String same = "immutable";
    Channel<String> strings = Channel.buffered(1);
    strings.send(same);
    System.out.println(strings.receive() == same);
  }
}
