package dev.stint.conformance.programs;

import java.util.Iterator;
import java.util.LinkedList;
import java.util.ListIterator;

/** LinkedList as list, queue and stack, with iterators that change it from both ends. */
public final class LinkedListIteration {
  public static void main(String[] args) {
    LinkedList<String> list = new LinkedList<>();
    for (char c = 'a'; c < 'k'; c++) { // frozen here
      list.addLast("" + c);
      list.addFirst("" + Character.toUpperCase(c));
    }
    StringBuilder b = new StringBuilder();
    for (String s : list) { // frozen here
      b.append(s);
    }
    System.out.println(b);
    ListIterator<String> it = list.listIterator(10);
    while (it.hasNext()) { // frozen here
      String s = it.next();
      if (s.charAt(0) % 2 == 0) {
        it.remove();
      } else {
        it.add(s + s);
      }
    }
    while (it.hasPrevious()) { // frozen here
      String s = it.previous();
      it.set(s + it.nextIndex());
    }
    System.out.println(list);
    for (Iterator<String> d = list.descendingIterator(); d.hasNext(); ) { // frozen here
      if (d.next().length() > 3) {
        d.remove();
      }
    }
    System.out.println(list + list.pop() + list.pollLast() + list.peek());
    LinkedList<Integer> ring = new LinkedList<>();
    for (int i = 1; i <= 11; i++) { // frozen here
      ring.add(i);
    }
    while (ring.size() > 1) { // frozen here
      ring.add(ring.remove());
      ring.add(ring.removeFirst());
      System.out.print(ring.pop() + " ");
    }
    System.out.println(ring);
  }
}
