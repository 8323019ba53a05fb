package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.logging.Logger;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Loggers, pools, locks and the like in static final fields, and in what holds them. */
public final class StaticFixtures {
  private static final Logger LOG = Logger.getLogger("fixtures");
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Collector<String, ?, List<String>> TO_LIST = Collectors.toList();
  private static final BinaryOperator<Integer> SUM = Integer::sum;
  private static final AtomicIntegerFieldUpdater<Counter> COUNT =
      AtomicIntegerFieldUpdater.newUpdater(Counter.class, "count");
  private static final Map<String, Object> REGISTRY = new LinkedHashMap<>();

  static final class Counter {
    volatile int count;
  }

  public static void main(String[] args) {
    REGISTRY.put("log", LOG);
    REGISTRY.put("lock", LOCK);
    REGISTRY.put("sum", SUM);
    Counter counter = new Counter();
    Map<String, Integer> totals = new HashMap<>();
    for (int i = 0; i < 5; i++) { // frozen here
      COUNT.addAndGet(counter, i);
      LOCK.lock();
      totals.merge("all", i, SUM);
      LOCK.unlock();
    }
    List<String> names = new ArrayList<>();
    for (String name : REGISTRY.keySet()) { // frozen here
      Object value = REGISTRY.get(name);
      names.add(name + (value == LOG || value == LOCK || value == SUM));
    }
    System.out.println(names.stream().collect(TO_LIST) + " " + totals + " " + counter.count);
    System.out.println(LOG.getName() + POOL.isShutdown());
    POOL.shutdown();
  }
}
