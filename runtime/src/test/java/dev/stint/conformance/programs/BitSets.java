package dev.stint.conformance.programs;

import java.util.BitSet;
import java.util.PrimitiveIterator;

/** BitSet walked by next set bit and by its stream's iterator, its size kept. */
public final class BitSets {
  public static void main(String[] args) {
    BitSet composite = new BitSet(200);
    for (int i = 2; i * i < 200; i++) { // frozen here
      if (!composite.get(i)) {
        for (int j = i * i; j < 200; j += i) { // frozen here
          composite.set(j);
        }
      }
    }
    int count = 0;
    for (int p = composite.nextClearBit(2);
        p < 200;
        p = composite.nextClearBit(p + 1)) { // frozen here
      count++;
    }
    System.out.println(count + " " + composite.size() + " " + composite.length());
    BitSet small = new BitSet(700);
    small.set(3, 9);
    small.flip(5);
    small.set(64);
    long sum = 0;
    PrimitiveIterator.OfInt bits = small.stream().iterator();
    while (bits.hasNext()) { // frozen here
      sum = sum * 10 + bits.nextInt();
    }
    System.out.println(sum + " " + small + " " + small.size());
    for (int i = small.nextSetBit(0); i >= 0; i = small.nextSetBit(i + 1)) { // frozen here
      if (i % 2 == 0) {
        small.clear(i);
      }
    }
    small.or(BitSet.valueOf(new long[] {1L << 40}));
    System.out.println(
        small + " " + small.cardinality() + small.previousSetBit(50) + small.intersects(composite));
  }
}
