package dev.stint.conformance.programs;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Lazy sequences made of iterators over iterators: map, filter, take, zip, flatten. */
public final class Generators {
  interface Seq<T> extends Iterable<T> {
    default Seq<T> filter(Predicate<? super T> p) {
      return () ->
          new Iterator<>() {
            final Iterator<T> in = Seq.this.iterator();
            T ready;

            @Override
            public boolean hasNext() {
              while (ready == null && in.hasNext()) { // frozen here
                T t = in.next();
                ready = p.test(t) ? t : null;
              }
              return ready != null;
            }

            @Override
            public T next() {
              if (!hasNext()) {
                throw new NoSuchElementException("drained");
              }
              T t = ready;
              ready = null;
              return t;
            }
          };
    }

    default Seq<T> take(int n) {
      return () ->
          new Iterator<>() {
            final Iterator<T> in = Seq.this.iterator();
            int left = n;

            @Override
            public boolean hasNext() {
              return left > 0 && in.hasNext();
            }

            @Override
            public T next() {
              left--;
              return in.next();
            }
          };
    }
  }

  static Seq<Integer> naturals() {
    return () ->
        new Iterator<>() {
          int n;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            return n++;
          }
        };
  }

  public static void main(String[] args) {
    Seq<Integer> odd = naturals().filter(n -> n % 2 == 1);
    Seq<Integer> primes =
        naturals()
            .filter(n -> {
              for (int d = 2; d < n; d++) { // frozen here
                if (n % d == 0) {
                  return false;
                }
              }
              return n > 1;
            });
    int sum = 0;
    for (int n : primes.take(12)) { // frozen here
      sum += n;
    }
    System.out.println(sum);
    Iterator<Integer> a = odd.take(6).iterator();
    for (int p : primes.take(6)) { // frozen here
      System.out.print(p * a.next() + " ");
    }
    System.out.println(a.hasNext());
    try {
      naturals().take(3).filter(n -> n > 5).iterator().next();
    } catch (NoSuchElementException e) {
      System.out.println(e.getMessage());
    }
  }
}
