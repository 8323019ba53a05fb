package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** ArrayDeque as queue and stack, wrapped around its array, iterated both ways with removal. */
public final class ArrayDequeIteration {
  public static void main(String[] args) {
    Deque<Integer> deque = new ArrayDeque<>(4);
    for (int i = 0; i < 40; i++) { // frozen here
      deque.addLast(i);
      if (i % 3 == 2) {
        deque.pollFirst();
      }
      if (i % 7 == 0) {
        deque.push(-i);
      }
    }
    int sum = 0;
    for (int n : deque) { // frozen here
      sum = sum * 3 + n;
    }
    System.out.println(sum + " " + deque.peekFirst() + " " + deque.peekLast());
    for (Iterator<Integer> it = deque.iterator(); it.hasNext(); ) { // frozen here
      if (it.next() % 2 != 0) {
        it.remove();
      }
    }
    StringBuilder b = new StringBuilder();
    for (Iterator<Integer> it = deque.descendingIterator(); it.hasNext(); ) { // frozen here
      int n = it.next();
      b.append(n).append(' ');
      if (n < 20) {
        it.remove();
      }
    }
    System.out.println(b + "" + deque);
    Deque<int[]> work = new ArrayDeque<>();
    work.add(new int[] {0, 0});
    boolean[][] seen = new boolean[6][6];
    int visited = 0;
    while (!work.isEmpty()) { // frozen here
      int[] at = work.remove();
      if (at[0] > 5 || at[1] > 5 || seen[at[0]][at[1]] || at[0] * at[1] % 3 == 2) {
        continue;
      }
      seen[at[0]][at[1]] = true;
      visited++;
      work.offer(new int[] {at[0] + 1, at[1]});
      work.offerFirst(new int[] {at[0], at[1] + 1});
    }
    System.out.println(visited + " " + seen[5][5] + seen[1][2]);
  }
}
