package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Boxes in the caches are one object, boxes made by new are not, enums and classes always are. */
public final class BoxIdentity {
  enum Color {
    RED,
    GREEN
  }

  @SuppressWarnings({"deprecation", "removal"})
  public static void main(String[] args) {
    Integer small = 100;
    Integer again = 100;
    Integer large = Integer.valueOf(100_000);
    Integer alias = large;
    Integer other = new Integer(100);
    Long wide = -128L;
    Character letter = 'z';
    Boolean yes = Boolean.TRUE;
    Byte bits = 7;
    Color color = Color.valueOf("GREEN");
    Class<?> type = Color.class;
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) { // frozen here
      all.add(i);
      all.add((long) i);
      all.add(Color.values()[i % 2]);
    }
    System.out.println((small == again) + " " + (large == alias) + " " + (small == other));
    System.out.println((wide == Long.valueOf(-128)) + " " + (letter == Character.valueOf('z')));
    System.out.println((yes == Boolean.valueOf(true)) + " " + (bits == Byte.valueOf((byte) 7)));
    int same = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      same += all.get(i * 3) == Integer.valueOf(i) ? 1 : 0;
      same += all.get(i * 3 + 1) == Long.valueOf(i) ? 10 : 0;
      same += all.get(i * 3 + 2) == Color.values()[i % 2] ? 100 : 0;
    }
    System.out.println(same + " " + (color == Color.GREEN) + (type == color.getDeclaringClass()));
  }
}
