package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Static nested generic classes: a tree, a pair and bounded methods with wildcards. */
public final class Generics {
  static final class Tree<K extends Comparable<? super K>, V> {
    private record Found<N>(N node, int depth) {}

    private static final class Node<K, V> {
      final K key;
      V value;
      Node<K, V> left;
      Node<K, V> right;

      Node(K key, V value) {
        this.key = key;
        this.value = value;
      }
    }

    private Node<K, V> root;
    private int size;

    V put(K key, V value) {
      if (root == null) {
        root = new Node<>(key, value);
        size++;
        return null;
      }
      Node<K, V> at = root;
      while (true) { // frozen here
        int c = key.compareTo(at.key);
        if (c == 0) {
          V old = at.value;
          at.value = value;
          return old;
        }
        Node<K, V> next = c < 0 ? at.left : at.right;
        if (next == null) {
          next = new Node<>(key, value);
          size++;
          if (c < 0) {
            at.left = next;
          } else {
            at.right = next;
          }
          return null;
        }
        at = next;
      }
    }

    Found<Node<K, V>> find(K key) {
      int depth = 0;
      Node<K, V> at = root;
      while (at != null && !at.key.equals(key)) { // frozen here
        at = key.compareTo(at.key) < 0 ? at.left : at.right;
        depth++;
      }
      return new Found<>(at, depth);
    }
  }

  static <T> T best(List<? extends T> items, Comparator<? super T> order) {
    T best = null;
    for (T item : items) { // frozen here
      best = best == null || order.compare(item, best) > 0 ? item : best;
    }
    return best;
  }

  public static void main(String[] args) {
    Tree<String, Integer> tree = new Tree<>();
    List<String> words = new ArrayList<>(List.of("m", "c", "x", "a", "d", "m", "z", "y", "d"));
    Map<String, Integer> check = new TreeMap<>();
    for (String w : words) { // frozen here
      System.out.print(tree.put(w, words.indexOf(w)) + " ");
      check.put(w, words.indexOf(w));
    }
    System.out.println(tree.size == check.size());
    Tree.Found<Tree.Node<String, Integer>> found = tree.find("y");
    System.out.println(found.node().value + " at " + found.depth() + " " + tree.find("q").node());
    System.out.println(best(words, Comparator.naturalOrder()));
    System.out.println(
        Generics.<Number>best(List.of(1, 2.5, 2L), Comparator.comparing(Number::doubleValue)));
  }
}
