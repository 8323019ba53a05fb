package dev.stint.examples;

import dev.stint.client.Job;
import dev.stint.client.StintClient;

/** Counts primes on a cluster; {@code count} knows nothing of Stint, and moves in mid-loop. */
public final class Primes {
  private static final int DEFAULT_LIMIT = 5_000_000;

  private Primes() {}

  static long count(int from, int to) {
    long n = 0;
    for (int i = from; i < to; i++) {
      if (isPrime(i)) {
        n++;
      }
    }
    return n;
  }

  static boolean isPrime(int x) {
    if (x < 2) {
      return false;
    }
    for (int d = 2; (long) d * d <= x; d++) {
      if (x % d == 0) {
        return false;
      }
    }
    return true;
  }

  /** Prints how many primes are below the argument, or below five million. */
  public static void main(String[] args) {
    int limit = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_LIMIT;
    try (StintClient stint = StintClient.connect()) {
      Job<Long> job = stint.submit("primes", () -> count(0, limit));
      System.out.println(job.get());
    }
  }
}
