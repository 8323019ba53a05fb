package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** The user's classes behind JDK interface types, called from the user's own code. */
public final class JdkInterfaces {
  static final class Task
      implements Runnable, Callable<String>, Supplier<Integer>, Comparable<Task> {
    int runs;

    @Override
    public void run() {
      for (int i = 0; i < 3; i++) { // frozen here
        runs++;
      }
    }

    @Override
    public String call() throws Exception {
      for (int i = 0; i < 2; i++) { // frozen here
        if (runs > 5) {
          throw new Exception("tired " + runs);
        }
        run();
      }
      return "called " + runs;
    }

    @Override
    public Integer get() {
      int n = runs;
      while (n > 2) { // frozen here
        n -= 2;
      }
      return n;
    }

    @Override
    public int compareTo(Task o) {
      int c = 0;
      for (int i = 0; i < 1; i++) { // frozen here
        c = Integer.compare(runs, o.runs);
      }
      return c;
    }

    @Override
    public String toString() {
      StringBuilder b = new StringBuilder("task");
      for (int i = 0; i < runs; i++) { // frozen here
        b.append('.');
      }
      return b.toString();
    }
  }

  static <T> void insertionSort(List<T> list, Comparator<? super T> order) {
    for (int i = 1; i < list.size(); i++) { // frozen here
      for (int j = i;
          j > 0 && order.compare(list.get(j - 1), list.get(j)) > 0;
          j--) { // frozen here
        list.set(j, list.set(j - 1, list.get(j)));
      }
    }
  }

  public static void main(String[] args) {
    Task task = new Task();
    Runnable r = task;
    Callable<String> c = task;
    Supplier<Integer> s = task;
    Comparable<Task> other = new Task();
    r.run();
    System.out.println(s.get() + " " + other.compareTo(task));
    for (int i = 0; i < 2; i++) { // frozen here
      try {
        System.out.println(c.call());
      } catch (Exception e) {
        System.out.println(e.getMessage());
      }
    }
    Object o = task;
    System.out.println(o.toString().length());
    List<String> words = new ArrayList<>(List.of("ccc", "a", "bb", "dddd"));
    insertionSort(
        words,
        (a, b) -> {
          int d = 0;
          for (int i = 0; i < 2; i++) { // frozen here
            d += Integer.compare(b.length(), a.length());
          }
          return d;
        });
    BinaryOperator<String> plus = String::concat;
    System.out.println(words + plus.apply("x", "y"));
  }
}
