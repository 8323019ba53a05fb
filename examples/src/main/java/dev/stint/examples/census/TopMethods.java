package dev.stint.examples.census;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Keeps the methods with the largest of one figure; equal ones in the order of their places. */
final class TopMethods implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Which figure counts. */
  enum By {
    LINES,
    COMPLEXITY,
    NESTING;

    int of(MethodFigures method) {
      return switch (this) {
        case LINES -> method.lines();
        case COMPLEXITY -> method.complexity();
        case NESTING -> method.nesting();
      };
    }
  }

  private final By by;
  private final int limit;
  private final ArrayList<MethodFigures> methods = new ArrayList<>();

  TopMethods(By by, int limit) {
    this.by = by;
    this.limit = limit;
  }

  void add(MethodFigures method) {
    int at = methods.size();
    while (at > 0 && precedes(method, methods.get(at - 1))) {
      at--;
    }
    if (at < limit) {
      methods.add(at, method);
      if (methods.size() > limit) {
        methods.remove(limit);
      }
    }
  }

  private boolean precedes(MethodFigures a, MethodFigures b) {
    int difference = by.of(b) - by.of(a);
    return difference != 0 ? difference < 0 : a.place().compareTo(b.place()) < 0;
  }

  List<MethodFigures> list() {
    return List.copyOf(methods);
  }
}
