package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Arrays.asList and subList write through to what they show, also across freezes. */
public final class ListViews {
  public static void main(String[] args) {
    String[] array = {"d", "a", "c", "b"};
    List<String> view = Arrays.asList(array);
    for (String s : view) { // frozen here
      System.out.print(s + view.indexOf(s));
    }
    for (int i = 0; i < view.size(); i++) { // frozen here
      view.set(i, array[i] + i);
      array[(i + 1) % 4] += "!";
    }
    System.out.println(view + Arrays.toString(array));
    Collections.sort(view);
    System.out.println(array[0] + array[3]);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 20; i++) { // frozen here
      numbers.add(i);
    }
    List<Integer> middle = numbers.subList(5, 15);
    List<Integer> inner = middle.subList(2, 8);
    int sum = 0;
    for (int n : inner) { // frozen here
      sum += n;
    }
    inner.set(0, 700);
    for (int i = 0; i < 3; i++) { // frozen here
      inner.add(i, -i);
      middle.size();
    }
    System.out.println(sum + " " + middle + " " + numbers.size());
    inner.clear();
    for (int n : middle) { // frozen here
      System.out.print(n + " ");
    }
    System.out.println(numbers);
    numbers.add(99);
    try {
      for (int n : middle) {
        System.out.println("never " + n);
      }
    } catch (java.util.ConcurrentModificationException e) {
      System.out.println("view is stale");
    }
    List<Integer> reversed = numbers.reversed();
    for (int n : reversed.subList(0, 3)) { // frozen here
      System.out.print(n + " ");
    }
    reversed.addFirst(-5);
    System.out.println(numbers.getLast());
  }
}
