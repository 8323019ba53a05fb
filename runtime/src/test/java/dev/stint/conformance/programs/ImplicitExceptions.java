package dev.stint.conformance.programs;

import java.util.List;
import java.util.NoSuchElementException;

/** The exceptions that the machine itself throws, after loops, with their messages. */
public final class ImplicitExceptions {
  static int n(int turns) {
    int r = 0;
    for (int i = 0; i < turns; i++) { // frozen here
      r++;
    }
    return r;
  }

  static String cause(int kind) {
    Object text = "text" + n(1);
    int[] array = new int[n(3)];
    try {
      return switch (kind) {
        case 0 -> "" + 5 / (n(2) - 2);
        case 1 -> "" + array[n(3)];
        case 2 -> "" + (Integer) text;
        case 3 -> "" + new int[n(1) - 3].length;
        case 4 -> "abc".substring(n(5));
        case 5 -> "" + Integer.parseInt("x" + n(1));
        case 6 -> "" + List.of(1, 2).get(n(2));
        case 7 -> "" + List.of().iterator().next();
        case 8 -> "" + List.of(n(1)).set(0, 2);
        case 9 -> "" + 5L % (n(2) - 2);
        case 10 -> "" + Enum.valueOf(Thread.State.class, "NO" + n(1));
        default -> "fine " + n(kind);
      };
    } catch (ArithmeticException | ArrayIndexOutOfBoundsException e) {
      return n(2) + e.getMessage();
    } catch (NoSuchElementException e) {
      return "no element " + n(3);
    } catch (UnsupportedOperationException e) {
      return "unsupported " + e.getMessage();
    } catch (ClassCastException e) {
      return e.getMessage().substring(0, 22);
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + " " + e.getMessage();
    }
  }

  public static void main(String[] args) {
    for (int kind = 0; kind < 12; kind++) { // frozen here
      System.out.println(kind + " " + cause(kind));
    }
  }
}
