package dev.stint.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * What holds where an object goes from one tasklet to another: what only makes sense when shared is
 * refused, and what nobody can change may stay where it is.
 */
final class Isolation {
  private static final Map<Class<?>, String> SHARED_STATE =
      Map.ofEntries(
          Map.entry(Lock.class, "tasklets share no lock. Send messages through a Channel"),
          Map.entry(ReadWriteLock.class, "tasklets share no lock. Send messages through a Channel"),
          Map.entry(StampedLock.class, "tasklets share no lock. Send messages through a Channel"),
          Map.entry(Condition.class, "tasklets share no lock. Send messages through a Channel"),
          Map.entry(CountDownLatch.class, "tasklets share no latch. Join the tasklets instead"),
          Map.entry(CyclicBarrier.class, "tasklets share no barrier. Join the tasklets instead"),
          Map.entry(Phaser.class, "tasklets share no phaser. Join the tasklets instead"),
          Map.entry(Semaphore.class, "tasklets share no semaphore. Use Channel.buffered"),
          Map.entry(
              ConcurrentMap.class,
              "tasklets share no memory, each would have its own map. Return a result, or capture a"
                  + " HashMap if a copy is meant"),
          Map.entry(
              BlockingQueue.class,
              "tasklets share no memory, each would have its own queue. Use a Channel"));

  private static final String ATOMIC =
      "tasklets share no memory, each would have its own. Return a result, or send messages"
          + " through a Channel";
  private static final String CONCURRENT =
      "tasklets share no memory, each would have its own. Use a Channel";

  private final @Nullable Immutability sharing;
  private final List<Object> shared = new ArrayList<>();

  /** A part that both sides have, by its number. */
  record Shared(int number) {}

  /**
   * @param sharing tells what need not be copied, or null if everything must be written
   */
  Isolation(@Nullable Immutability sharing) {
    this.sharing = sharing;
  }

  List<Object> shared() {
    return shared;
  }

  /** What is written for this object: itself, or its number if both sides have it. */
  Object standIn(Object object) {
    refuseSharedState(object);
    if (sharing == null || !sharing.isImmutable(object)) {
      return object;
    }
    shared.add(object);
    return new Shared(shared.size() - 1);
  }

  private static void refuseSharedState(Object object) {
    String name = ClassKinds.jdkBase(object.getClass()).getName();
    if (!name.startsWith("java.util.concurrent.")) {
      return;
    }
    SHARED_STATE.forEach((type, reason) -> {
      if (type.isInstance(object)) {
        throw Anchors.held(object, reason);
      }
    });
    if (object instanceof Future<?> future && !future.isDone()) {
      throw Anchors.held(object, "it is completed in one place only. Return a result, and join");
    }
    if (name.startsWith("java.util.concurrent.atomic.")) {
      throw Anchors.held(object, ATOMIC);
    }
    if (name.startsWith("java.util.concurrent.Concurrent")
        || name.startsWith("java.util.concurrent.CopyOnWrite")
        || name.startsWith("java.util.concurrent.Linked")) {
      throw Anchors.held(object, CONCURRENT);
    }
  }
}
