package dev.stint.conformance.programs;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Optional chains whose functions loop, and Optionals held in locals and fields. */
public final class Optionals {
  private Optional<String> kept = Optional.empty();

  static int spin(int n) {
    int r = 0;
    for (int i = 0; i <= n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  static Optional<Integer> half(int n) {
    return n % 2 == 0 ? Optional.of(spin(n) / 2) : Optional.empty();
  }

  static String chain(int n) {
    return half(n)
        .map(x -> spin(x % 10))
        .filter(x -> spin(x % 3) >= 0)
        .flatMap(x -> half(x * 2))
        .or(() -> Optional.of(spin(3)))
        .map(x -> "v" + spin(x % 7))
        .orElseGet(() -> "none" + spin(2));
  }

  public static void main(String[] args) {
    Optionals self = new Optionals();
    Optional<Integer> last = Optional.empty();
    for (int n = 0; n < 6; n++) { // frozen here
      System.out.println(n + chain(n) + last + self.kept.isPresent());
      last = half(n);
      last.ifPresentOrElse(x -> self.kept = Optional.of("k" + spin(2)), () -> spin(1));
    }
    System.out.println(self.kept.get() + (last == Optional.<Integer>empty()) + last.isEmpty());
    OptionalInt i = OptionalInt.of(4);
    OptionalDouble d = OptionalDouble.empty();
    int sum = 0;
    for (int n = 0; n < 3; n++) { // frozen here
      sum += i.getAsInt() + (int) d.orElse(0.5 + n);
    }
    System.out.println(sum);
    try {
      half(3).orElseThrow(() -> new IllegalStateException("odd " + spin(3)));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    try {
      last.orElseThrow();
    } catch (NoSuchElementException e) {
      System.out.println(e.getMessage());
    }
  }
}
