package dev.stint.embedded;

import dev.stint.Channel;
import dev.stint.SharedMap;
import dev.stint.Tasklet;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The jobs in these tests, shipped as a program of one class. Those that run "until" end when a
 * file appears.
 */
final class Programs {
  private Programs() {}

  public static void main(String[] arguments) {
    String argument = arguments[1];
    switch (arguments[0]) {
      case "primes" -> System.out.println(primesUntil(argument));
      case "lines" -> System.out.println(linesUntil(argument));
      case "talk" -> System.out.println(talkUntil(argument) > 0);
      case "crowd" -> System.out.println(crowdUntil(12, argument));
      case "travel" -> System.out.println(travel(argument.split(",")));
      case "totals" -> System.out.println(totals(Integer.parseInt(argument)));
      case "exit" -> exitFrom(argument);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

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

  /** Counts the primes below 20,000 again and again; each time must give the same. */
  static long primesUntil(String end) {
    long first = count(0, 20_000);
    while (!new File(end).exists()) {
      long again = count(0, 20_000);
      if (again != first) {
        throw new IllegalStateException(again + " is not " + first);
      }
    }
    return first;
  }

  /** Writes numbered lines; returns how many. */
  static int linesUntil(String end) {
    int line = 0;
    while (!new File(end).exists()) {
      System.out.println("line " + line++);
      count(0, 2_000);
    }
    return line;
  }

  /** Two tasklets that count to and fro; returns how often. */
  static int talkUntil(String end) {
    Channel<Integer> there = Channel.rendezvous();
    Channel<Integer> back = Channel.rendezvous();
    Tasklet<Integer> partner =
        Tasklet.spawn(() -> {
          int answered = 0;
          for (int number : there) {
            back.send(number + 1);
            answered++;
          }
          return answered;
        });
    int number = 0;
    int turns = 0;
    while (!new File(end).exists()) {
      there.send(number);
      int answer = back.receive();
      if (answer != number + 1) {
        throw new IllegalStateException(answer + " does not follow " + number);
      }
      number = answer;
      turns++;
    }
    there.close();
    int answered = partner.join();
    if (answered != turns) {
      throw new IllegalStateException(answered + " answers to " + turns + " questions");
    }
    return turns;
  }

  /** Many tasklets that each run until the end. */
  static long crowdUntil(int size, String end) {
    List<Tasklet<Long>> crowd = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      crowd.add(Tasklet.spawn(() -> primesUntil(end)));
    }
    long sum = 0;
    for (Tasklet<Long> one : crowd) {
      sum += one.join();
    }
    return sum;
  }

  static String travel(String[] nodes) {
    StringBuilder route = new StringBuilder(Tasklet.current().node());
    for (String node : nodes) {
      Tasklet.moveTo(node);
      route.append(' ').append(Tasklet.current().node());
    }
    return route.toString();
  }

  /** Ends the job with status 7 from another node than the root's. */
  static void exitFrom(String node) {
    Tasklet.spawn(
            () -> {
              Tasklet.moveTo(node);
              System.exit(7);
              return 0;
            })
        .join();
  }

  /** Eight tasklets add to one entry of a shared map, {@code times} each; gives its value. */
  static long totals(int times) {
    List<Tasklet<Long>> adding = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      adding.add(Tasklet.spawn(() -> add(times)));
    }
    adding.forEach(Tasklet::join);
    SharedMap<String, Long> totals = SharedMap.of("totals");
    Long all = totals.get("all");
    return all == null ? 0 : all;
  }

  private static long add(int times) {
    SharedMap<String, Long> totals = SharedMap.of("totals");
    for (int i = 0; i < times; i++) {
      totals.merge("all", 1L, Long::sum);
    }
    return times;
  }
}
