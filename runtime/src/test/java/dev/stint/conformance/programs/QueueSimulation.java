package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SplittableRandom;

/** A discrete-event simulation of shop tills with seeded random numbers and mixed arithmetic. */
public final class QueueSimulation {
  abstract class Event {
    final double at;
    private final int serial = serials++;

    Event(double at) {
      this.at = at;
    }

    abstract void happen();
  }

  final class Arrival extends Event {
    final int customers;

    Arrival(double at, int customers) {
      super(at);
      this.customers = customers;
    }

    @Override
    void happen() {
      for (int i = 0; i < customers; i++) { // frozen here
        waiting.addLast(at);
        longest = Math.max(longest, waiting.size());
      }
      if (at < 40) {
        events.add(new Arrival(at + random.nextInt(1, 7), 1 + random.nextInt(3)));
      }
      call();
    }
  }

  final class Departure extends Event {
    final Till till;

    Departure(double at, Till till) {
      super(at);
      this.till = till;
    }

    @Override
    void happen() {
      till.busy = false;
      till.served++;
      call();
    }
  }

  final class Till {
    boolean busy;
    int served;
    float busyTime;

    double serve(int weight) {
      double time = 1;
      int goods = split.nextInt(1, 5) + weight;
      while (goods-- > 0) { // frozen here
        time += random.nextGaussian() > 0 ? 0.75 : 0.5f;
      }
      busyTime += time;
      return time;
    }
  }

  private int serials;
  private int longest;
  private double waited;
  private double now;
  private final Random random = new Random(42);
  private final SplittableRandom split = new SplittableRandom(7);
  private final Deque<Double> waiting = new ArrayDeque<>();
  private final Till[] tills = {new Till(), new Till()};
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.<Event>comparingDouble(e -> e.at)
              .thenComparing(e -> e instanceof Departure ? 0 : 1)
              .thenComparingInt(e -> e.serial));

  void call() {
    for (int t = 0; t < tills.length && !waiting.isEmpty(); t++) { // frozen here
      if (!tills[t].busy) {
        tills[t].busy = true;
        waited += now - waiting.removeFirst();
        events.add(new Departure(now + tills[t].serve(t), tills[t]));
      }
    }
  }

  void run() {
    events.add(new Arrival(0.5, 2));
    for (Event e = events.poll(); e != null; e = events.poll()) { // frozen here
      now = e.at;
      e.happen();
    }
  }

  public static void main(String[] args) {
    QueueSimulation simulation = new QueueSimulation();
    simulation.run();
    for (Till till : simulation.tills) { // frozen here
      System.out.println(till.served + " " + till.busyTime);
    }
    System.out.println(simulation.now + " " + simulation.waited + " " + simulation.longest);
    System.out.println(
        simulation.serials
            + " "
            + simulation.random.nextLong()
            + " "
            + simulation.split.nextLong());
    SplittableRandom left = new SplittableRandom(1);
    long mixed = 0;
    for (int i = 0; i < 5; i++) { // frozen here
      SplittableRandom right = left.split();
      mixed = mixed * 31 + right.nextInt(100) - left.nextInt(50);
    }
    System.out.println(mixed);
  }
}
