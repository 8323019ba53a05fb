package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Elements that change while they are in hash tables, heaps and trees, as careless programs do. */
public final class MutatedKeys {
  static final class Job {
    final String name;
    int cost;

    Job(String name, int cost) {
      this.name = name;
      this.cost = cost;
    }
  }

  static String heap() {
    PriorityQueue<Job> queue = new PriorityQueue<>(Comparator.comparingInt((Job j) -> j.cost));
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < 9; i++) { // frozen here
      Job job = new Job("j" + i, i * 7 % 10);
      jobs.add(job);
      queue.add(job);
    }
    for (Job job : jobs) { // frozen here
      job.cost = (job.cost * 3 + 5) % 11;
    }
    StringBuilder order = new StringBuilder();
    while (!queue.isEmpty()) { // frozen here
      Job job = queue.poll();
      order.append(job.name).append('=').append(job.cost).append(' ');
    }
    return order.toString();
  }

  static String tree() {
    TreeSet<Job> set = new TreeSet<>(Comparator.comparingInt((Job j) -> j.cost));
    Job first = new Job("first", 1);
    set.add(first);
    for (int i = 2; i < 8; i++) { // frozen here
      set.add(new Job("t" + i, i));
    }
    first.cost = 5;
    StringBuilder order = new StringBuilder();
    for (Job job : set) { // frozen here
      order.append(job.name).append(job.cost).append(' ');
    }
    return order + "" + set.size() + set.contains(new Job("", 1));
  }

  public static void main(String[] args) {
    Set<List<Integer>> paths = new HashSet<>();
    List<Integer> path = new ArrayList<>();
    for (int i = 0; i < 4; i++) { // frozen here
      System.out.print(paths.add(path) + " ");
      path.add(i);
    }
    System.out.println(paths.size() + " " + paths.contains(path) + " " + paths.contains(List.of()));
    Map<List<String>, Integer> byKey = new HashMap<>();
    List<String> a = new ArrayList<>(List.of("a"));
    List<String> b = new ArrayList<>(List.of("b"));
    byKey.put(a, 1);
    byKey.put(b, 2);
    b.set(0, "a");
    int sum = 0;
    for (int value : byKey.values()) { // frozen here
      sum = sum * 10 + value;
    }
    System.out.println(
        sum + " " + byKey.size() + " " + byKey.get(List.of("a")) + byKey.get(List.of("b")));
    System.out.println(heap());
    System.out.println(tree());
  }
}
