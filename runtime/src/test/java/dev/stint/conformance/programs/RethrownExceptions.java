package dev.stint.conformance.programs;

/** Multi-catch, precise rethrow, wrapping, and exceptions that carry fields across loops. */
public final class RethrownExceptions {
  static class Coded extends Exception {
    final int code;
    final long[] details;

    Coded(int code, long... details) {
      super("code " + code);
      this.code = code;
      this.details = details;
    }
  }

  static final class Special extends Coded {
    Special(int code) {
      super(code, 1L, 2L);
    }
  }

  static void source(int kind) throws Coded {
    for (int i = 0; i < 3; i++) { // frozen here
      if (i == 2) {
        switch (kind) {
          case 0 -> throw new Coded(kind, 5L, 6L, 7L);
          case 1 -> throw new Special(kind);
          case 2 -> throw new UnsupportedOperationException("kind " + kind);
          default -> {}
        }
      }
    }
  }

  static void precise(int kind) throws Coded {
    try {
      source(kind);
    } catch (final Exception e) {
      spin(e.getMessage().length());
      throw e;
    }
  }

  static int spin(int n) {
    int x = 1;
    while (n > 0) { // frozen here
      x = x * 5 + n;
      n--;
    }
    return x;
  }

  static void wrapped(int kind) {
    try {
      precise(kind);
    } catch (Special e) {
      throw new IllegalStateException("special " + spin(2), e);
    } catch (Coded | UnsupportedOperationException e) {
      RuntimeException r = new RuntimeException("wrapped", e);
      r.addSuppressed(new Coded(spin(1)));
      throw r;
    }
  }

  public static void main(String[] args) {
    for (int kind = 0; kind < 4; kind++) { // frozen here
      try {
        wrapped(kind);
        System.out.println("nothing thrown");
      } catch (RuntimeException e) {
        System.out.println(e + " <- " + e.getCause() + " " + e.getSuppressed().length);
        if (e.getCause() instanceof Coded c) {
          System.out.println(c.code + " " + spin(3) + " " + c.details.length);
        }
      }
    }
  }
}
