package dev.stint.conformance.programs;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Text and hashes in which the identity of bare objects and arrays shows. */
public final class IdentityTexts {
  record Tagged(Object tag, int[] data, String name) {}

  static final class Loud {
    private final StringBuilder log;
    private final String name;

    Loud(StringBuilder log, String name) {
      this.log = log;
      this.name = name;
    }

    @Override
    public String toString() {
      log.append(name);
      return name.equals("c") ? null : name;
    }
  }

  static String[] texts(Object bare, int[] data, Tagged tagged) {
    StringBuffer buffer = new StringBuffer();
    return new String[] {
      "" + bare,
      bare + "," + data,
      String.valueOf(bare),
      new StringBuilder("x").append(bare).insert(0, bare).toString(),
      buffer.append(bare).append((Object) data).toString(),
      Objects.toString(bare),
      Objects.toString(bare, "-"),
      tagged.toString(),
      "in " + tagged,
      Objects.hash(bare, 1, data) + "" + Arrays.hashCode(new Object[] {bare, null})
    };
  }

  public static void main(String[] args) {
    Object bare = new Object();
    int[] data = {1, 2};
    Tagged tagged = new Tagged(bare, data, "tagged");
    Set<Tagged> set = new HashSet<>(Set.of(tagged));
    int hash = tagged.hashCode();
    String[] before = texts(bare, data, tagged);
    for (int i = 0; i < 5; i++) { // frozen here
      data[0] += i;
      set.add(new Tagged(bare, data, "n" + i));
    }
    String[] after = texts(bare, data, tagged);
    System.out.println(Arrays.equals(before, after) + " " + (hash == tagged.hashCode()));
    System.out.println(set.contains(new Tagged(bare, data, "tagged")) + " " + set.size());
    StringBuilder log = new StringBuilder();
    Object nothing = null;
    Loud b = new Loud(log, "b");
    Object d = new Loud(log, "d");
    String joined = "";
    for (int i = 0; i < 2; i++) { // frozen here
      Object c = new Loud(log, "c");
      joined += d + "|" + b + nothing + c + 'x' + 1.5f + i + b + d + ";";
    }
    System.out.println(joined + log);
  }
}
