package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that are the value of a static final field keep their identity. */
public final class Sentinels {
  private static final Object NULL = new Object();
  private static final String[] EMPTY = {};
  private static final List<String> SHARED = List.of("only");
  static final Node END = new Node(null, -1);

  static final class Node {
    final Node next;
    final int value;

    Node(Node next, int value) {
      this.next = next;
      this.value = value;
    }
  }

  static final class Holder {
    static final Object TOMBSTONE = new int[0];
  }

  public static void main(String[] args) {
    Object held = NULL;
    Node list = END;
    Map<String, Object> map = new HashMap<>();
    List<Object> slots = new ArrayList<>();
    String[] array = EMPTY;
    for (int i = 0; i < 6; i++) { // frozen here
      list = new Node(list, i);
      map.put("k" + i, i % 2 == 0 ? NULL : i);
      slots.add(i % 3 == 0 ? Holder.TOMBSTONE : new int[0]);
    }
    int length = 0;
    for (Node n = list; n != END; n = n.next) { // frozen here
      length++;
    }
    int nulls = 0;
    for (Object v : map.values()) { // frozen here
      nulls += v == NULL ? 1 : 0;
    }
    int dead = 0;
    for (Object s : slots) { // frozen here
      dead += s == Holder.TOMBSTONE ? 1 : 0;
    }
    System.out.println(length + " " + nulls + " " + dead + " " + (held == NULL));
    System.out.println(
        (array == EMPTY) + " " + (map.get("k2") == held) + (SHARED == Sentinels.SHARED));
  }
}
