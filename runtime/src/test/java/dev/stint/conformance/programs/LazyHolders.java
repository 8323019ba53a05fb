package dev.stint.conformance.programs;

/** Lazy holders initialise once, when first used, and what they print appears once. */
public final class LazyHolders {
  static int order;

  static final class First {
    static final int WHEN = ++order;

    static {
      System.out.println("first loaded");
    }
  }

  static final class Second {
    static Second instance;
    final int when = ++order;
    int uses;

    static Second get() {
      if (instance == null) {
        System.out.println("second made");
        instance = new Second();
      }
      instance.uses++;
      return instance;
    }
  }

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r++;
    }
    return r;
  }

  public static void main(String[] args) {
    System.out.println("begin " + turns(3));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(Second.get().uses + " " + turns(2));
    }
    System.out.println("between " + order);
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(First.WHEN + " " + turns(2));
    }
    System.out.println(order + " " + Second.get().when + Second.get().uses);
  }
}
