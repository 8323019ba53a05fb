package dev.stint.examples.census;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a histogram.
 *
 * @param title what is counted
 * @param upper the largest value of each class but the last, which is open
 */
record Scale(String title, List<Integer> upper) implements Serializable {
  static final Scale LENGTH = new Scale("Lines in a method", List.of(3, 5, 10, 20, 50, 100, 200));
  static final Scale COMPLEXITY =
      new Scale("Cyclomatic complexity", List.of(1, 2, 4, 8, 16, 32, 64));
  static final Scale NESTING = new Scale("Depth of nesting", List.of(0, 1, 2, 3, 4, 5, 6));

  int size() {
    return upper.size() + 1;
  }

  int classOf(int value) {
    for (int i = 0; i < upper.size(); i++) {
      if (value <= upper.get(i)) {
        return i;
      }
    }
    return upper.size();
  }

  List<String> labels() {
    List<String> labels = new ArrayList<>();
    int from = Math.min(1, upper.get(0));
    for (int to : upper) {
      labels.add(from == to ? "" + from : from + "-" + to);
      from = to + 1;
    }
    labels.add("over " + (from - 1));
    return labels;
  }
}
