package dev.stint.conformance.programs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Hash tables in which so many keys collide that their bins become trees. */
public final class TreeBins {
  record Point(int x, int y) implements Comparable<Point> {
    @Override
    public int hashCode() {
      return x % 3;
    }

    @Override
    public int compareTo(Point o) {
      return x != o.x ? Integer.compare(o.x, x) : Integer.compare(y, o.y);
    }
  }

  public static void main(String[] args) {
    Map<Double, Integer> prices = new HashMap<>();
    for (int i = 1; i <= 120; i++) { // frozen here
      prices.merge(i * 7 % 101 / 1.0, i, Integer::sum);
    }
    StringBuilder order = new StringBuilder();
    for (Iterator<Map.Entry<Double, Integer>> it = prices.entrySet().iterator();
        it.hasNext(); ) { // frozen here
      Map.Entry<Double, Integer> e = it.next();
      order.append(e.getKey().intValue()).append(' ');
      if (e.getValue() % 3 == 0) {
        it.remove();
      }
    }
    System.out.println(order);
    System.out.println(prices);
    Set<Point> points = new HashSet<>();
    for (int i = 0; i < 90; i++) { // frozen here
      points.add(new Point(i % 9, i / 9));
      if (i % 4 == 3) {
        points.remove(new Point(i / 8, i / 10));
      }
    }
    int n = 0;
    for (Point p : points) { // frozen here
      n = n * 31 + p.x() * 10 + p.y();
      n += points.contains(new Point(p.y(), p.x())) ? 1 : 0;
    }
    System.out.println(points.size() + " " + n);
  }
}
