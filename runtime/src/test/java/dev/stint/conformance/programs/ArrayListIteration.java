package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** ArrayList for-each, and a ListIterator that adds, removes and sets, both ways. */
public final class ArrayListIteration {
  public static void main(String[] args) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < 25; i++) { // frozen here
      list.add(i * i % 17);
    }
    int sum = 0;
    for (Integer n : list) { // frozen here
      sum = sum * 2 + n;
    }
    System.out.println(sum);
    ListIterator<Integer> it = list.listIterator();
    while (it.hasNext()) { // frozen here
      int n = it.next();
      if (n % 4 == 0) {
        it.remove();
      } else if (n % 4 == 1) {
        it.set(-n);
      } else if (n > 10) {
        it.add(1000 + it.nextIndex());
      }
    }
    System.out.println(list);
    StringBuilder back = new StringBuilder();
    while (it.hasPrevious()) { // frozen here
      back.append(it.previousIndex()).append(':').append(it.previous()).append(' ');
      if (it.nextIndex() == 3 && !list.contains(77)) {
        it.add(77);
      }
    }
    System.out.println(back);
    List<List<Integer>> rows = new ArrayList<>();
    for (Integer n : list) { // frozen here
      if (rows.isEmpty() || rows.getLast().size() > 3) {
        rows.add(new ArrayList<>(4));
      }
      rows.get(rows.size() - 1).addFirst(n);
    }
    for (List<Integer> row : rows) { // frozen here
      for (int n : row) { // frozen here
        System.out.print(n + " ");
      }
      System.out.println();
    }
    ListIterator<Integer> middle = list.listIterator(list.size() / 2);
    ListIterator<Integer> other = list.listIterator(0);
    int meeting = 0;
    while (middle.hasNext() && other.hasNext()) { // frozen here
      meeting += middle.next() * other.next();
    }
    System.out.println(meeting + " " + list.indexOf(77) + list.reversed().get(0));
  }
}
