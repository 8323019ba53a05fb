package dev.stint.conformance.programs;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;

/**
 * A ring with a fail-fast iterator of its own, and an abstract list whose iterators are the JDK's.
 */
public final class SkipRing<T> implements Iterable<T> {
  private final class Node {
    final T value;
    Node next = this;
    Node before = this;

    Node(T value) {
      this.value = value;
    }

    Node link(Node after) {
      next = after.next;
      before = after;
      after.next.before = this;
      return after.next = this;
    }
  }

  private final Node head = new Node(null);
  private int size;
  private int changes;

  void add(T value) {
    new Node(value).link(head.before);
    size++;
    changes++;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private Node at = head;
      private final int[] expected = {changes};

      @Override
      public boolean hasNext() {
        return at.next != SkipRing.this.head;
      }

      @Override
      public T next() {
        if (expected[0] != changes) {
          throw new ConcurrentModificationException(expected[0] + " " + changes);
        }
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        at = at.next;
        return at.value;
      }

      @Override
      public void remove() {
        at.next.before = at.before;
        at = at.before;
        at.next = at.next.next;
        size--;
        expected[0] = ++changes;
      }
    };
  }

  T survivor(int skip) {
    Iterator<T> it = iterator();
    int count = 0;
    while (size > 1) { // frozen here
      if (!it.hasNext()) {
        it = iterator();
      }
      it.next();
      if (++count % skip == 0) {
        it.remove();
      }
    }
    return head.next.value;
  }

  static final class Squares extends AbstractList<Long> {
    private long[] values = new long[0];

    @Override
    public Long get(int index) {
      return values[index];
    }

    @Override
    public Long set(int index, Long value) {
      long old = values[index];
      values[index] = value;
      return old;
    }

    @Override
    public void add(int index, Long value) {
      long[] more = new long[values.length + 1];
      for (int i = 0; i < more.length; i++) { // frozen here
        more[i] = i < index ? values[i] : i == index ? value : values[i - 1];
      }
      values = more;
      modCount++;
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  public static void main(String[] args) {
    for (int skip = 2; skip < 5; skip++) { // frozen here
      SkipRing<Integer> ring = new SkipRing<>();
      for (int i = 1; i <= 11; i++) { // frozen here
        ring.add(i);
      }
      System.out.println(ring.survivor(skip) + " " + ring.changes);
    }
    SkipRing<String> words = new SkipRing<>();
    words.add("one");
    words.add("two");
    try {
      for (String w : words) { // frozen here
        words.add(w + w);
      }
    } catch (ConcurrentModificationException e) {
      System.out.println("changed " + e.getMessage());
    }
    Squares squares = new Squares();
    for (long i = 0; i < 6; i++) { // frozen here
      squares.add(squares.size() / 2, i * i);
    }
    for (ListIterator<Long> it = squares.listIterator(2); it.hasNext(); ) { // frozen here
      long v = it.next();
      if (v % 2 == 0) {
        it.set(-v);
      } else {
        it.add(v + 1);
      }
    }
    System.out.println(squares);
    squares.sort(Comparator.naturalOrder());
    List<Long> middle = squares.subList(2, 5);
    long sum = 0;
    for (Long v : middle) { // frozen here
      sum = sum * 7 + v;
    }
    squares.add(9L);
    try {
      sum += middle.size();
    } catch (ConcurrentModificationException e) {
      sum = -sum;
    }
    System.out.println(
        sum + " " + squares + squares.indexOf(9L) + squares.equals(List.copyOf(squares)));
  }
}
