package dev.stint.conformance.programs;

import java.time.Duration;
import java.time.Instant;

/** The clocks never run backwards, within a tight loop or across a freeze. */
public final class Clocks {
  public static void main(String[] args) throws InterruptedException {
    long nano = System.nanoTime();
    long milli = System.currentTimeMillis();
    Instant instant = Instant.now();
    int backwards = 0;
    for (int i = 0; i < 300; i++) { // frozen here
      long n = System.nanoTime();
      long m = System.currentTimeMillis();
      Instant now = Instant.now();
      backwards += n < nano || m < milli || now.isBefore(instant) ? 1 : 0;
      nano = n;
      milli = m;
      instant = now;
    }
    System.out.println(backwards);
    long start = System.nanoTime();
    Thread.sleep(5);
    long slept = System.nanoTime() - start;
    System.out.println(slept >= 4_000_000L && slept < 600_000_000_000L);
    int turns = 0;
    while (turns == 0 || Duration.between(instant, Instant.now()).toMillis() < 20) { // frozen here
      Thread.sleep(1);
      turns++;
    }
    System.out.println(turns > 0);
  }
}
