package dev.stint.conformance.programs;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Priority queues with lambda and natural order: polled, iterated, and held across loops. */
public final class PriorityQueues {
  record Job(String name, int priority, long due) implements Comparable<Job> {
    @Override
    public int compareTo(Job o) {
      return Long.compare(due, o.due);
    }
  }

  static int[] dijkstra(int[][] graph) {
    int[] distance = new int[graph.length];
    java.util.Arrays.fill(distance, 1 << 20);
    PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> a[1] - b[1]);
    queue.add(new int[] {0, 0});
    while (!queue.isEmpty()) { // frozen here
      int[] top = queue.poll();
      if (top[1] >= distance[top[0]]) {
        continue;
      }
      distance[top[0]] = top[1];
      for (int to = 0; to < graph.length; to++) { // frozen here
        if (graph[top[0]][to] > 0) {
          queue.add(new int[] {to, top[1] + graph[top[0]][to]});
        }
      }
    }
    return distance;
  }

  public static void main(String[] args) {
    int[][] graph = {
      {0, 7, 9, 0, 14}, {7, 0, 10, 15, 0}, {9, 10, 0, 11, 2}, {0, 0, 0, 0, 6}, {0, 0, 0, 9, 0}
    };
    for (int d : dijkstra(graph)) { // frozen here
      System.out.print(d + " ");
    }
    System.out.println();
    Comparator<Job> order =
        Comparator.comparingInt(Job::priority).reversed().thenComparing(Job::name);
    PriorityQueue<Job> urgent = new PriorityQueue<>(order);
    PriorityQueue<Job> natural = new PriorityQueue<>();
    for (int i = 0; i < 12; i++) { // frozen here
      Job job = new Job("j" + i, i * 5 % 4, 100 - i * 13 % 29);
      urgent.offer(job);
      natural.offer(job);
    }
    int shape = 0;
    for (Job job : natural) { // frozen here
      shape = shape * 7 + (int) job.due();
    }
    System.out.println(shape);
    while (urgent.size() > 3) { // frozen here
      Job job = urgent.remove();
      natural.remove(job);
      System.out.print(job.name() + " ");
    }
    System.out.println(natural.peek() + " " + natural.size() + (urgent.comparator() == order));
  }
}
