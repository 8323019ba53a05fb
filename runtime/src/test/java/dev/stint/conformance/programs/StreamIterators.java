package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The iterator or spliterator of a stream held in a local while our own loop draws from it. */
public final class StreamIterators {
  public static void main(String[] args) {
    Iterator<String> it = Stream.of("a", "b", "c", "d").map(s -> s + s).iterator();
    StringBuilder b = new StringBuilder();
    while (it.hasNext()) { // frozen here
      b.append(it.next()).append(' ');
    }
    System.out.println(b);
    PrimitiveIterator.OfInt ints = IntStream.rangeClosed(1, 8).filter(n -> n % 3 != 0).iterator();
    int product = 1;
    while (ints.hasNext()) { // frozen here
      product *= ints.nextInt();
    }
    System.out.println(product);
    Iterator<Integer> endless = Stream.iterate(1, n -> n * 2 % 1009).iterator();
    int sum = 0;
    for (int i = 0; i < 15; i++) { // frozen here
      sum += endless.next();
    }
    System.out.println(sum);
    List<Integer> source = new ArrayList<>(List.of(3, 1, 2));
    Iterator<Integer> sorted = source.stream().sorted().iterator();
    List<Integer> out = new ArrayList<>();
    while (sorted.hasNext()) { // frozen here
      out.add(sorted.next() * 10);
    }
    System.out.println(out + " " + sorted.hasNext());
    Spliterator<Integer> rest = out.spliterator();
    int[] seen = {0};
    while (rest.tryAdvance(n -> seen[0] = seen[0] * 100 + n)) {} // frozen here
    System.out.println(seen[0] + " " + rest.estimateSize());
  }
}
