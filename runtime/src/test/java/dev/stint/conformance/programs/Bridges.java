package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Generic and covariant overrides: calls that reach their method through a bridge. */
public final class Bridges {
  interface Source<T extends Comparable<T>> {
    T next(T previous);

    default T max(T start, int n) {
      T best = start;
      for (int i = 0; i < n; i++) { // frozen here
        start = next(start);
        if (start.compareTo(best) > 0) {
          best = start;
        }
      }
      return best;
    }
  }

  abstract static class Stage<I, O> {
    abstract O apply(I in);

    Object raw(I in) {
      return apply(in);
    }
  }

  static final class Digits extends Stage<Integer, List<Integer>> implements Source<Integer> {
    @Override
    List<Integer> apply(Integer in) {
      List<Integer> digits = new ArrayList<>();
      for (int i = in; i > 0; i /= 10) { // frozen here
        digits.add(i % 10);
      }
      return digits;
    }

    @Override
    public Integer next(Integer previous) {
      int n = previous;
      return n % 2 == 0 ? n / 2 : 3 * n + 1;
    }

    @Override
    ArrayList<Integer> raw(Integer in) {
      return new ArrayList<>(apply(in));
    }
  }

  static final class Length implements Function<String, Integer>, Comparable<Length> {
    int seen;

    @Override
    public Integer apply(String s) {
      int n = 0;
      for (char c : s.toCharArray()) { // frozen here
        n += c == 'a' ? 2 : 1;
      }
      seen += n;
      return n;
    }

    @Override
    public int compareTo(Length other) {
      return Integer.compare(seen, other.seen);
    }
  }

  static <A, B> List<B> all(List<A> in, Function<? super A, ? extends B> f) {
    List<B> out = new ArrayList<>();
    for (A a : in) { // frozen here
      out.add(f.apply(a));
    }
    return out;
  }

  public static void main(String[] args) {
    Digits digits = new Digits();
    Stage<Integer, ?> stage = digits;
    System.out.println(stage.apply(9071) + " " + stage.raw(123) + " " + digits.max(27, 30));
    Length length = new Length();
    System.out.println(all(List.of("aba", "xyz", ""), length) + " " + length.seen);
    System.out.println(length.compareTo(new Length()));
    @SuppressWarnings({"unchecked", "rawtypes"})
    Object wrong = cast((Stage) digits);
    System.out.println(wrong);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Object cast(Stage stage) {
    try {
      return stage.apply("not an integer");
    } catch (ClassCastException e) {
      return "class cast";
    }
  }
}
