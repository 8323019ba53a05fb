package dev.stint.conformance.programs;

/** A list of 100,000 nodes, built and walked with few safepoints, comes through whole. */
public final class DeepLists {
  static final class Node {
    Node next;
    Node previous;
    final int value;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
      if (next != null) {
        next.previous = this;
      }
    }
  }

  static Node build(int low, int high, Node tail) {
    if (high - low == 1) {
      return new Node(low, tail);
    }
    int middle = (low + high) >>> 1;
    return build(low, middle, build(middle, high, tail));
  }

  static Node skip(Node from, int n) {
    return n == 1 ? from.next : skip(skip(from, n / 2), n - n / 2);
  }

  public static void main(String[] args) {
    int size = 100_000;
    Node head = build(0, size, null);
    for (int i = 0; i < 2; i++) { // frozen here
      System.out.println(skip(head, size / (i + 2)).value);
    }
    Node last = skip(head, size - 1);
    System.out.println(last.value + " " + last.next + " " + last.previous.value);
    System.out.println(skip(last.previous.previous, 2) == last);
    Node other = new Node(-1, head);
    for (int i = 0; i < 2; i++) { // frozen here
      other = new Node(other.value - 1, other);
    }
    System.out.println(skip(other, 3) == head);
  }
}
