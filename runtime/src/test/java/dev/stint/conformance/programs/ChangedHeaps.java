package dev.stint.conformance.programs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** Heaps whose elements change without being told, walked, drained and added to. */
public final class ChangedHeaps {
  public static void main(String[] args) {
    PriorityQueue<int[]> queue = new PriorityQueue<>(Comparator.comparingInt((int[] a) -> a[0]));
    for (int i = 0; i < 12; i++) { // frozen here
      queue.add(new int[] {i * 5 % 13, i});
    }
    StringBuilder order = new StringBuilder();
    for (Iterator<int[]> it = queue.iterator(); it.hasNext(); ) { // frozen here
      int[] each = it.next();
      order.append(each[1]).append(' ');
      each[0] = (each[0] * 7 + 3) % 13;
      if (each[1] % 5 == 4) {
        it.remove();
      }
    }
    queue.add(new int[] {4, 99});
    while (!queue.isEmpty()) { // frozen here
      order.append(Arrays.toString(queue.poll()));
    }
    System.out.println(order);
    PriorityBlockingQueue<StringBuilder> texts = new PriorityBlockingQueue<>();
    for (int i = 0; i < 10; i++) { // frozen here
      StringBuilder text = new StringBuilder("t" + i * 3 % 10);
      texts.add(text);
      text.insert(0, (char) ('a' + i * 7 % 10));
    }
    StringBuilder drained = new StringBuilder();
    while (!texts.isEmpty()) { // frozen here
      drained.append(texts.poll()).append(' ');
    }
    System.out.println(drained);
  }
}
