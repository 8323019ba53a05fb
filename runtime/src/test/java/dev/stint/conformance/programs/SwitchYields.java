package dev.stint.conformance.programs;

/** Switch expressions that yield from loops, nested, inside arguments and conditions. */
public final class SwitchYields {
  static long digits(int n) {
    return switch (n % 4) {
      case 0 -> {
        long r = 1;
        for (int i = 0; i < n; i++) { // frozen here
          r *= 2;
          if (r > 100) {
            yield r;
          }
        }
        yield -r;
      }
      case 1 -> n;
      case 2 -> {
        int i = 0;
        while (true) { // frozen here
          if (i * i >= n) {
            yield i;
          }
          i++;
        }
      }
      default ->
          switch (n) {
            case 3 -> 33;
            case 7 -> {
              try {
                yield Long.parseLong("seven");
              } catch (NumberFormatException e) {
                yield digits(6);
              } finally {
                System.out.println("through finally");
              }
            }
            default -> throw new IllegalArgumentException("n " + n);
          };
    };
  }

  static int tableSwitch(int n) {
    int sum = 0;
    for (int i = -2; i < n; i++) { // frozen here
      sum +=
          switch (i) {
            case -2, -1 -> 100;
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 3;
            case 1000 -> 4;
            default -> i;
          };
    }
    return sum;
  }

  public static void main(String[] args) {
    for (int n = 0; n < 12; n++) { // frozen here
      try {
        System.out.println(n + " " + (digits(n) + (digits(n) > 5 ? digits(1) : digits(2)) * 2));
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
    System.out.println(tableSwitch(6));
  }
}
