package dev.stint.conformance.programs;

/** Class initialisation happens once, at first use, with side effects that happen once. */
public final class LoudInitializers {
  static int loaded;

  static final class Loud {
    static final long STAMP = 42 + ++loaded;

    static {
      System.out.println("loud");
    }

    static int half() {
      return (int) STAMP / 2;
    }
  }

  static final class Failing {
    static final int VALUE = Integer.parseInt("not a number " + ++loaded);
  }

  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  public static void main(String[] args) {
    System.out.println(turns(3));
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(Loud.half() + turns(2) + " " + loaded);
    }
    for (int i = 0; i < 2; i++) { // frozen here
      try {
        System.out.println(Failing.VALUE);
      } catch (ExceptionInInitializerError e) {
        System.out.println("failed " + e.getCause().getMessage() + turns(2));
      } catch (NoClassDefFoundError e) {
        System.out.println("still failed " + turns(2));
      }
    }
    System.out.println(loaded);
  }
}
