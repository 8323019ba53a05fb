package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;

/** Scoped values bind for the length of a call that is pinned; around it the program moves. */
public final class ScopedValues {
  private static final ScopedValue<String> USER = ScopedValue.newInstance();
  private static final List<String> SEEN = new ArrayList<>();

  static void visit(int n) {
    for (int i = 0; i < n; i++) { // pinned here
      SEEN.add(USER.get() + i);
    }
  }

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += USER.isBound() ? 100 : i;
    }
    return r;
  }

  public static void main(String[] args) {
    System.out.println(turns(4));
    ScopedValue.where(USER, "alice")
        .run(() -> {
          visit(2);
          ScopedValue.where(USER, "bob").run(() -> visit(1));
          visit(1);
        });
    System.out.println(SEEN + " " + turns(3));
  }
}
