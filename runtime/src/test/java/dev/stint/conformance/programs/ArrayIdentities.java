package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Arrays of all sorts as keys, with hashes that a program has seen. */
public final class ArrayIdentities {
  public static void main(String[] args) {
    Object[] keys = {
      new byte[2],
      new short[] {1},
      new char[] {'c'},
      new boolean[1],
      new long[0],
      new float[3],
      new double[] {1, 2},
      new String[] {"s"},
      new int[2][2],
      new Object[1]
    };
    ((Object[]) keys[9])[0] = keys;
    Map<Object, Integer> plain = new HashMap<>();
    Map<Object, String> identical = new IdentityHashMap<>();
    List<Integer> hashes = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) { // frozen here
      hashes.add(keys[i].hashCode());
      plain.put(keys[i], i);
      identical.put(keys[i], keys[i].toString());
    }
    int same = 0;
    for (int i = 0; i < keys.length; i++) { // frozen here
      same += keys[i].hashCode() == hashes.get(i) ? 1 : 0;
      same += System.identityHashCode(keys[i]) == hashes.get(i) ? 10 : 0;
      same += ("" + keys[i]).equals(identical.get(keys[i])) ? 100 : 0;
      same += plain.get(keys[i]) == i ? 1000 : 0;
    }
    System.out.println(same + " " + plain.size() + (((Object[]) keys[9])[0] == keys));
  }
}
