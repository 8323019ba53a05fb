package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;
import java.util.Iterator;

/** A tasklet's own generator: iteration over a channel that another tasklet fills by recursion. */
public final class SameFringe {
  record Tree(Tree left, int value, Tree right) {}

  static Tree insert(Tree t, int value) {
    return t == null
        ? new Tree(null, value, null)
        : value < t.value
            ? new Tree(insert(t.left, value), t.value, t.right)
            : new Tree(t.left, t.value, insert(t.right, value));
  }

  static void walk(Tree t, Channel<Integer> out) {
    if (t != null) {
      walk(t.left, out);
      out.send(t.value);
      walk(t.right, out);
    }
  }

  static Iterator<Integer> elements(Tree t) {
    Channel<Integer> c = Channel.rendezvous();
    Tasklet.spawn(() -> {
      walk(t, c);
      c.close();
    });
    return c.iterator();
  }

  public static void main(String[] args) {
    Tree a = null;
    Tree b = null;
    for (int i = 0; i < 12; i++) { // frozen here
      a = insert(a, i * 5 % 12);
      b = insert(b, i * 7 % 12);
    }
    Iterator<Integer> left = elements(a);
    Iterator<Integer> right = elements(b);
    boolean same = true;
    while (left.hasNext() && right.hasNext()) { // frozen here
      int x = left.next();
      same &= x == right.next();
      System.out.print(x + " ");
    }
    System.out.println(same + " " + left.hasNext() + right.hasNext());
  }
}
