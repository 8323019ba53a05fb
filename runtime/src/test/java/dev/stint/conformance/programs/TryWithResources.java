package dev.stint.conformance.programs;

/** Resources close in reverse order, with loops in open, body and close, and suppressed throws. */
public final class TryWithResources {
  static final class Door implements AutoCloseable {
    final String name;
    final boolean sticks;

    Door(String name, boolean sticks) {
      this.name = name;
      this.sticks = sticks;
    }

    static Door open(String name, boolean sticks) {
      for (int i = 0; i < 2; i++) { // frozen here
        System.out.println("open " + name + i);
      }
      return new Door(name, sticks);
    }

    @Override
    public void close() {
      for (int i = 0; i < 2; i++) { // frozen here
        System.out.println("close " + name + i);
      }
      if (sticks) {
        throw new IllegalStateException(name + " sticks");
      }
    }
  }

  static int use(boolean first, boolean second, boolean body) {
    int sum = 0;
    try (Door a = Door.open("a", first);
        Door nothing = null;
        Door b = Door.open("b", second)) {
      for (int i = 0; i < 4; i++) { // frozen here
        sum += i * a.name.length() * b.name.length();
        if (body && i == 2) {
          throw new IllegalArgumentException("body at " + i);
        }
      }
      return sum;
    } catch (RuntimeException e) {
      System.out.println("caught " + e.getMessage());
      for (Throwable t : e.getSuppressed()) { // frozen here
        System.out.println("suppressed " + t.getMessage());
      }
      return -sum;
    } finally {
      System.out.println("finally " + sum);
    }
  }

  public static void main(String[] args) {
    System.out.println(use(false, false, false));
    System.out.println(use(true, false, false));
    System.out.println(use(false, true, true));
    System.out.println(use(true, true, true));
    System.out.println(use(true, true, false));
  }
}
