package dev.stint.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Codecs of {@code java.util.concurrent}: what a single tasklet may hold. */
final class JdkConcurrent {
  private JdkConcurrent() {}

  static void register(TypeTable.Registrar to) {
    collections(to);
    atomics(to);
    synchronizers(to);
  }

  private static void collections(TypeTable.Registrar to) {
    to.add(
        120,
        ConcurrentHashMap.class,
        new MapCodec(
            Construction.of(ConcurrentHashMap.class, TableSizeGuess.CONCURRENT_HASH_MAP, int.class),
            MapCodec.Putting.EACH));
    to.add(
        121,
        ConcurrentSkipListMap.class,
        new MapCodec(Construction.compared(ConcurrentSkipListMap.class), MapCodec.Putting.EACH));
    add(to, 122, Construction.compared(ConcurrentSkipListSet.class), true);
    add(to, 123, Construction.plain(ConcurrentLinkedQueue.class), false);
    add(to, 124, Construction.plain(ConcurrentLinkedDeque.class), false);
    add(to, 125, Construction.plain(CopyOnWriteArrayList.class), false);
    add(to, 126, Construction.plain(CopyOnWriteArraySet.class), true);
    add(to, 127, bounded(LinkedBlockingQueue.class), false);
    add(to, 128, bounded(LinkedBlockingDeque.class), false);
    add(to, 129, bounded(ArrayBlockingQueue.class), false);
    add(
        to,
        130,
        Construction.of(
            PriorityBlockingQueue.class,
            new HeapArguments(),
            int.class,
            java.util.Comparator.class),
        true);
  }

  private static void add(
      TypeTable.Registrar to, int id, Construction construction, boolean complete) {
    to.add(
        id,
        construction.base(),
        new CollectionCodec(
            construction,
            complete ? CollectionCodec.Adding.EACH_COMPLETE : CollectionCodec.Adding.EACH));
  }

  private static Construction bounded(Class<?> base) {
    return Construction.of(base, new BoundArguments(), int.class);
  }

  private static void atomics(TypeTable.Registrar to) {
    to.add(
        140,
        AtomicInteger.class,
        new ValueCodec<AtomicInteger>(
            (v, out) -> out.writeInt(v.get()), in -> new AtomicInteger(in.readInt())));
    to.add(
        141,
        AtomicLong.class,
        new ValueCodec<AtomicLong>(
            (v, out) -> out.writeLong(v.get()), in -> new AtomicLong(in.readLong())));
    to.add(
        142,
        AtomicBoolean.class,
        new ValueCodec<AtomicBoolean>(
            (v, out) -> out.writeBoolean(v.get()), in -> new AtomicBoolean(in.readBoolean())));
    to.add(143, AtomicReference.class, new ReferenceCodec());
  }

  private static void synchronizers(TypeTable.Registrar to) {
    to.add(
        150,
        ReentrantLock.class,
        new ValueCodec<ReentrantLock>(
            (v, out) -> {
              if (v.isLocked()) {
                throw Anchors.held(v, "a lock that is held belongs to a thread. Unlock it first");
              }
              out.writeBoolean(v.isFair());
            },
            in -> new ReentrantLock(in.readBoolean())));
    to.add(
        151,
        ReentrantReadWriteLock.class,
        new ValueCodec<ReentrantReadWriteLock>(
            (v, out) -> {
              if (v.isWriteLocked() || v.getReadLockCount() > 0) {
                throw Anchors.held(v, "a lock that is held belongs to a thread. Unlock it first");
              }
              out.writeBoolean(v.isFair());
            },
            in -> new ReentrantReadWriteLock(in.readBoolean())));
    to.add(
        152,
        CountDownLatch.class,
        new ValueCodec<CountDownLatch>(
            (v, out) -> out.writeCount((int) v.getCount()),
            in -> new CountDownLatch(in.readCount())));
    to.add(
        153,
        Semaphore.class,
        new ValueCodec<Semaphore>(
            (v, out) -> {
              out.writeInt(v.availablePermits());
              out.writeBoolean(v.isFair());
            },
            in -> new Semaphore(in.readInt(), in.readBoolean())));
    to.add(
        154,
        CompletableFuture.class,
        new ValueCodec<>(JdkConcurrent::writeFuture, JdkConcurrent::readFuture));
  }

  private static void writeFuture(CompletableFuture<?> future, ImageOutput out) {
    if (!future.isDone()) {
      throw Anchors.held(
          future, "a future that is not done is completed by this JVM. Use Tasklet.spawn and join");
    }
    boolean failed = future.isCompletedExceptionally();
    out.writeBoolean(failed);
    out.writeRef(failed ? failure(future) : future.join());
  }

  private static Throwable failure(CompletableFuture<?> future) {
    List<Throwable> failure = new ArrayList<>();
    future.whenComplete(
        (value, thrown) -> failure.add(thrown == null ? new CancellationException() : thrown));
    return failure.get(0);
  }

  private static CompletableFuture<?> readFuture(ImageInput in) {
    return in.readBoolean()
        ? CompletableFuture.failedFuture(in.readRef(Throwable.class))
        : CompletableFuture.completedFuture(in.readRef());
  }

  /** A cell that may lead back to itself. */
  private static final class ReferenceCodec implements ShellCodec<AtomicReference<Object>> {
    @Override
    public void writeShell(AtomicReference<Object> value, ImageOutput out) {}

    @Override
    public void writeContent(AtomicReference<Object> value, ImageOutput out) {
      out.writeRef(value.get());
    }

    @Override
    public AtomicReference<Object> createShell(
        ImageInput in, Class<? extends AtomicReference<Object>> type) {
      return new AtomicReference<>();
    }

    @Override
    @SuppressWarnings("NullAway") // A reference may hold null.
    public void fill(AtomicReference<Object> shell, ImageInput in) {
      shell.set(in.readRef());
    }

    @Override
    public PathSegment label(AtomicReference<Object> value, int index) {
      return PathSegment.field("get()");
    }
  }

  private static final class BoundArguments implements Construction.Arguments {
    @Override
    public void write(Object value, ImageOutput out) {
      BlockingQueue<?> queue = (BlockingQueue<?>) value;
      out.writeCount(
          (int) Math.min(Integer.MAX_VALUE, queue.size() + (long) queue.remainingCapacity()));
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      int capacity = in.readCount();
      return new @Nullable Object[] {capacity};
    }
  }

  private static final class HeapArguments implements Construction.Arguments {
    private static final int INITIAL_CAPACITY = 11;

    @Override
    public void write(Object value, ImageOutput out) {
      out.writeRef(Construction.comparator(value));
    }

    @Override
    public @Nullable Object[] read(ImageInput in) {
      return new @Nullable Object[] {INITIAL_CAPACITY, in.readRef()};
    }
  }
}
