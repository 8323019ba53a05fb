package dev.stint.conformance.programs;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Files, transactions and pools that fail while they close, in loops, lambdas and iterators. */
public final class NestedResources {
  private final List<String> log = new ArrayList<>();

  final class Page implements Closeable {
    private final int number;
    private boolean open = true;

    Page(int number) throws IOException {
      if (number % 5 == 4) {
        throw new IOException("no page " + number);
      }
      this.number = number;
    }

    int sum() throws IOException {
      int s = 0;
      for (int i = 0; i <= number; i++) { // frozen here
        if (i == 7) {
          throw new IOException("torn at " + i);
        }
        s += i * i;
      }
      return s;
    }

    @Override
    public void close() throws IOException {
      for (int i = 0; i < 2 && open; i++) { // frozen here
        log.add("c" + number);
      }
      if (!open) {
        throw new IOException("closed twice");
      }
      open = false;
      if (number % 3 == 2) {
        throw new IOException("page " + number + " stuck", new IllegalStateException("dirty"));
      }
    }
  }

  int read(int from, int to) throws IOException {
    int sum = 0;
    for (int n = from; n < to; n++) { // frozen here
      final Page outer = new Page(n);
      try (outer;
          Page inner = new Page(n + 1)) {
        if (n == 1) {
          continue;
        }
        sum += outer.sum() * 100 + inner.sum();
        if (sum > 3000) {
          break;
        }
      } finally {
        log.add("f" + n);
      }
    }
    return sum;
  }

  static <T> T unchecked(Callable<T> body) {
    try {
      return body.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  Iterator<Integer> sums(int... pages) {
    return new Iterator<>() {
      int at;

      @Override
      public boolean hasNext() {
        return at < pages.length;
      }

      @Override
      public Integer next() {
        return unchecked(() -> {
          try (Page p = new Page(pages[at++])) {
            return p.sum();
          }
        });
      }
    };
  }

  static String show(Throwable t) {
    StringBuilder b = new StringBuilder(String.valueOf(t.getMessage()));
    for (Throwable s : t.getSuppressed()) { // frozen here
      b.append(" [").append(show(s)).append(']');
    }
    return t.getCause() == null ? b.toString() : b + " <" + show(t.getCause()) + ">";
  }

  public static void main(String[] args) {
    NestedResources r = new NestedResources();
    int[][] ranges = {{0, 2}, {0, 4}, {5, 9}, {7, 8}, {3, 4}, {10, 12}};
    for (int[] range : ranges) { // frozen here
      try {
        System.out.println(r.read(range[0], range[1]));
      } catch (IOException e) {
        System.out.println(show(e));
      }
      System.out.println(String.join("", r.log));
      r.log.clear();
    }
    Iterator<Integer> sums = r.sums(0, 3, 2, 9, 8, 6);
    while (sums.hasNext()) { // frozen here
      try {
        System.out.println(sums.next());
      } catch (UncheckedIOException e) {
        System.out.println(show(e));
      }
    }
  }
}
