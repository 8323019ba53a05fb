package dev.stint.conformance.programs;

import java.util.BitSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Huffman coding with a sealed tree, a priority queue of comparables and a bit set of code. */
public final class HuffmanCodes {
  abstract static sealed class Tree implements Comparable<Tree> permits Leaf, Fork {
    private static int made;
    final int weight;
    final int serial = made++;

    Tree(int weight) {
      this.weight = weight;
    }

    @Override
    public int compareTo(Tree o) {
      int c = Integer.compare(weight, o.weight);
      return c != 0 ? c : Integer.compare(serial, o.serial);
    }

    static int made() {
      return made;
    }
  }

  static final class Leaf extends Tree {
    final char symbol;

    Leaf(char symbol, int weight) {
      super(weight);
      this.symbol = symbol;
    }
  }

  static final class Fork extends Tree {
    final Tree[] sides;

    Fork(Tree... sides) {
      int sum = 0;
      for (Tree t : sides) {
        sum += t.weight;
      }
      super(sum);
      this.sides = sides;
    }
  }

  static Tree tree(String text) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (char c : text.toCharArray()) { // frozen here
      counts.merge(c, 1, Integer::sum);
    }
    PriorityQueue<Tree> queue = new PriorityQueue<>();
    for (Map.Entry<Character, Integer> e : counts.entrySet()) { // frozen here
      queue.offer(new Leaf(e.getKey(), e.getValue()));
    }
    while (queue.size() > 1) { // frozen here
      queue.add(new Fork(queue.remove(), queue.remove()));
    }
    return queue.element();
  }

  static void codes(Tree tree, StringBuilder path, Map<Character, String> into) {
    switch (tree) {
      case Leaf leaf -> into.put(leaf.symbol, path.toString());
      case Fork fork -> {
        char bit = '0';
        for (Tree side : fork.sides) { // frozen here
          codes(side, path.append(bit++), into);
          path.setLength(path.length() - 1);
        }
      }
    }
  }

  static BitSet encode(String text, Map<Character, String> codes) {
    BitSet bits = new BitSet();
    int at = 0;
    for (int i = 0; i < text.length(); i++) { // frozen here
      for (char c : codes.get(text.charAt(i)).toCharArray()) { // frozen here
        bits.set(at++, c == '1');
      }
    }
    bits.set(at);
    return bits;
  }

  static String decode(BitSet bits, Tree root) {
    StringBuilder text = new StringBuilder();
    Tree at = root;
    for (int i = 0, end = bits.length() - 1; i < end; i++) { // frozen here
      if (at instanceof Fork f && (at = f.sides[bits.get(i) ? 1 : 0]) instanceof Leaf l) {
        text.append(l.symbol);
        at = root;
      }
    }
    return text.toString();
  }

  public static void main(String[] args) {
    for (String text : new String[] {"abracadabra", "she sells sea shells", "aab"}) { // frozen here
      Tree tree = tree(text);
      Map<Character, String> codes = new TreeMap<>();
      codes(tree, new StringBuilder(), codes);
      BitSet bits = encode(text, codes);
      System.out.println(codes + " " + tree.weight + " " + Tree.made());
      System.out.println(bits.length() - 1 + " " + bits.cardinality() + " " + decode(bits, tree));
    }
  }
}
