package dev.stint.conformance.programs;

/** The messages of a NullPointerException name what was null as the source calls it. */
public final class NullMessages {
  static final class Node {
    Node next;
    int[] values;
    String name;

    String name() {
      int i = 0;
      while (i < 2) { // frozen here
        i++;
      }
      return name;
    }
  }

  static Node find(int n) {
    for (int i = 0; i < n; i++) { // frozen here
      if (i == 2) {
        return new Node();
      }
    }
    return null;
  }

  static Object attempt(int kind) {
    Node node = find(3);
    Node missing = find(1);
    return switch (kind) {
      case 0 -> node.next.name;
      case 1 -> node.values[find(3) == null ? 1 : 0];
      case 2 -> node.name().length();
      case 3 -> find(2).name();
      case 4 -> missing.values;
      default -> node.values.length;
    };
  }

  public static void main(String[] args) {
    for (int kind = 0; kind < 6; kind++) { // frozen here
      try {
        System.out.println(attempt(kind));
      } catch (NullPointerException e) {
        System.out.println(e.getMessage().replace(NullMessages.class.getName(), ""));
      }
    }
  }
}
