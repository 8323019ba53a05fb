package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Channel;
import dev.stint.Tasklet;

/** The prime sieve as a growing pipeline of tasklets, each spawned by the one before. */
public final class SievePipeline {
  static void numbers(Channel<Integer> out, int limit) {
    for (int n = 2; n < limit; n++) { // frozen here
      out.send(n);
    }
    out.close();
  }

  static int stage(Channel<Integer> in, Channel<Integer> primes) {
    int prime = -1;
    int passed = 0;
    Channel<Integer> next = null;
    for (int n : in) { // frozen here
      if (prime < 0) {
        prime = n;
        primes.send(n);
      } else if (n % prime != 0) {
        if (next == null) {
          next = Channel.rendezvous();
          Channel<Integer> out = next;
          Tasklet.spawn(() -> stage(out, primes));
        }
        next.send(n);
        passed++;
      }
    }
    if (next == null) {
      primes.close();
    } else {
      next.close();
    }
    return passed;
  }

  public static void main(String[] args) {
    Channel<Integer> source = Channel.rendezvous();
    Channel<Integer> primes = Channel.rendezvous();
    Tasklet.spawn(() -> numbers(source, 40));
    Tasklet<Integer> first = Tasklet.spawn(() -> stage(source, primes));
    StringBuilder b = new StringBuilder();
    for (int p : primes) { // frozen here
      b.append(p).append(' ');
    }
    System.out.println(b + "" + first.join());
  }
}
