package dev.stint.conformance.programs;

/** Enums with abstract methods, fields, constructors that loop and constant bodies. */
public final class EnumBodies {
  enum Op {
    PLUS('+') {
      @Override
      long apply(long a, long b) {
        while (b > 0) { // frozen here
          a++;
          b--;
        }
        return a;
      }
    },
    TIMES('*') {
      private int used;

      @Override
      long apply(long a, long b) {
        long r = 0;
        for (long i = 0; i < b; i++) { // frozen here
          r = PLUS.apply(r, a);
        }
        used++;
        return r + used - used;
      }
    },
    POWER('^') {
      @Override
      long apply(long a, long b) {
        long r = 1;
        for (long i = 0; i < b; i++) { // frozen here
          r = TIMES.apply(r, a);
        }
        return r;
      }
    };

    final char sign;
    final String line;

    Op(char sign) {
      this.sign = sign;
      StringBuilder b = new StringBuilder();
      for (int i = 0; i <= ordinal(); i++) { // pinned here
        b.append(sign);
      }
      line = b.toString();
    }

    abstract long apply(long a, long b);

    static Op of(char sign) {
      for (Op op : values()) { // frozen here
        if (op.sign == sign) {
          return op;
        }
      }
      throw new IllegalArgumentException("no operator " + sign);
    }
  }

  public static void main(String[] args) {
    for (char c : "+*^?".toCharArray()) { // frozen here
      try {
        Op op = Op.of(c);
        System.out.println(op + op.line + op.apply(3, 4) + " " + (op == Op.valueOf(op.name())));
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
    System.out.println(Op.TIMES.getClass() == Op.class);
  }
}
