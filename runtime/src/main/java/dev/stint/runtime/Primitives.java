package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.Tasklet;
import dev.stint.abi.Ctx;
import dev.stint.spi.TaskletSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What transformed code calls where the program calls a method that may have to wait. Each returns
 * a result at once, or registers the wait, sets {@link Ctx#unwinding} and returns a dummy; with
 * {@link Ctx#PINNED} it blocks the thread. Receivers that are no handles of ours get the plain
 * call, and so does a thread's own business on threads that run no tasklet.
 */
public final class Primitives {
  private static final long NEVER = Long.MAX_VALUE;

  private Primitives() {}

  /** {@link Tasklet#yield()}. */
  public static void yieldNow(Ctx ctx) {
    Cell.on(ctx).turns().yieldNow(ctx);
  }

  /** {@link Tasklet#sleep(Duration)}. */
  public static void sleep(Duration duration, Ctx ctx) {
    Cell.on(ctx).turns().sleep(duration, ctx);
  }

  /** {@link Thread#sleep(long)}. */
  public static void sleepMillis(long millis, Ctx ctx) {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    threadSleep(Duration.ofMillis(millis), ctx);
  }

  /** {@link Thread#sleep(Duration)}. */
  public static void threadSleep(Duration duration, Ctx ctx) {
    if (LiveTasklet.on(ctx) == null) {
      try {
        Thread.sleep(duration);
        return;
      } catch (InterruptedException e) {
        throw Sneaky.rethrow(e);
      }
    }
    if (Thread.interrupted()) {
      throw Sneaky.rethrow(new InterruptedException("sleep interrupted"));
    }
    sleep(duration, ctx);
  }

  /** {@link Thread#yield}. */
  public static void threadYield(Ctx ctx) {
    if (LiveTasklet.on(ctx) == null) {
      Thread.yield();
    } else {
      yieldNow(ctx);
    }
  }

  /** {@link Tasklet#moveTo(String)}. */
  public static void moveTo(String node, Ctx ctx) {
    Cell.on(ctx).turns().moveTo(node, ctx);
  }

  /** {@link Tasklet#join()}. */
  public static @Nullable Object join(Tasklet<?> tasklet, Ctx ctx) {
    return tasklet instanceof TaskletHandle<?> handle
        ? Cell.on(ctx).turns().join(handle.cell(), true, NEVER, ctx)
        : tasklet.join();
  }

  /** {@link Tasklet#join(Duration)}. */
  public static @Nullable Object join(Tasklet<?> tasklet, Duration timeout, Ctx ctx) {
    if (tasklet instanceof TaskletHandle<?> handle) {
      Cell cell = Cell.on(ctx);
      return cell.turns().join(handle.cell(), true, cell.deadlineAfter(timeout), ctx);
    }
    return tasklet.join(timeout);
  }

  /** {@link TaskletSteps#awaitEnd}. */
  public static void awaitEnd(TaskletSteps steps, Tasklet<?> tasklet, Ctx ctx) {
    awaitEnd(tasklet, ctx);
  }

  static void awaitEnd(Tasklet<?> tasklet, Ctx ctx) {
    if (tasklet instanceof TaskletHandle<?> handle) {
      Cell.on(ctx).turns().join(handle.cell(), false, NEVER, ctx);
    }
  }

  /** {@link Tasklet#pause()}. */
  public static void pause(Tasklet<?> tasklet, Ctx ctx) {
    if (!(tasklet instanceof TaskletHandle<?> handle)) {
      tasklet.pause();
      return;
    }
    Cell cell = Cell.on(ctx);
    if (handle.cell().equals(cell.id())) {
      cell.turns().pauseSelf(ctx);
    } else {
      Order.PAUSE.send(cell, handle.cell());
    }
  }

  /** {@link Tasklet#runNow()}. */
  public static void runNow(Tasklet<?> tasklet, Ctx ctx) {
    if (tasklet instanceof TaskletHandle<?> handle) {
      Cell.on(ctx).turns().runNow(handle.cell(), ctx);
    } else {
      tasklet.runNow();
    }
  }

  /** {@link Channel#send(Object)}. */
  @SuppressWarnings("unchecked") // The program's compiler has checked it.
  public static void send(Channel<?> channel, Object message, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      turn(handle, ChannelOp.SEND, requireMessage(message), NEVER, ctx);
    } else {
      ((Channel<Object>) channel).send(message);
    }
  }

  /** {@link Channel#receive()}. */
  public static @Nullable Object receive(Channel<?> channel, Ctx ctx) {
    return channel instanceof ChannelHandle<?> handle
        ? turn(handle, ChannelOp.RECEIVE, null, NEVER, ctx)
        : channel.receive();
  }

  /** {@link Channel#trySend(Object)}. */
  @SuppressWarnings("unchecked") // The program's compiler has checked it.
  public static boolean trySend(Channel<?> channel, Object message, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      return isTrue(turn(handle, ChannelOp.TRY_SEND, requireMessage(message), NEVER, ctx));
    }
    return ((Channel<Object>) channel).trySend(message);
  }

  /** {@link Channel#tryReceive()}. */
  public static @Nullable Optional<?> tryReceive(Channel<?> channel, Ctx ctx) {
    return channel instanceof ChannelHandle<?> handle
        ? (Optional<?>) turn(handle, ChannelOp.TRY_RECEIVE, null, NEVER, ctx)
        : channel.tryReceive();
  }

  /** {@link Channel#send(Object, Duration)}. */
  @SuppressWarnings("unchecked") // The program's compiler has checked it.
  public static boolean send(Channel<?> channel, Object message, Duration timeout, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      long deadline = Cell.on(ctx).deadlineAfter(timeout);
      return isTrue(turn(handle, ChannelOp.SEND, requireMessage(message), deadline, ctx));
    }
    return ((Channel<Object>) channel).send(message, timeout);
  }

  /** {@link Channel#receive(Duration)}. */
  public static @Nullable Optional<?> receive(Channel<?> channel, Duration timeout, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      long deadline = Cell.on(ctx).deadlineAfter(timeout);
      return (Optional<?>) turn(handle, ChannelOp.RECEIVE, null, deadline, ctx);
    }
    return channel.receive(timeout);
  }

  /** {@link Channel#sendException(Throwable)}. */
  public static void sendException(Channel<?> channel, Throwable exception, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      turn(handle, ChannelOp.SEND_EXCEPTION, requireMessage(exception), NEVER, ctx);
    } else {
      channel.sendException(exception);
    }
  }

  /** {@link Channel#close()}. */
  public static void close(Channel<?> channel, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      turn(handle, ChannelOp.CLOSE, null, NEVER, ctx);
    } else {
      channel.close();
    }
  }

  /** {@link Channel#balance()}. */
  public static int balance(Channel<?> channel, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      return turn(handle, ChannelOp.BALANCE, null, NEVER, ctx) instanceof Integer count ? count : 0;
    }
    return channel.balance();
  }

  /** {@link Channel#reopen()}. */
  public static void reopen(Channel<?> channel, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      turn(handle, ChannelOp.REOPEN, null, NEVER, ctx);
    } else {
      channel.reopen();
    }
  }

  /** {@link Channel#preference(Channel.Preference)}. */
  public static void preference(Channel<?> channel, Channel.Preference first, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      turn(handle, ChannelOp.preferring(first), null, NEVER, ctx);
    } else {
      channel.preference(first);
    }
  }

  /** {@link Channel#preference()}. */
  public static Channel.Preference preference(Channel<?> channel, Ctx ctx) {
    if (channel instanceof ChannelHandle<?> handle) {
      // The dummy that comes while it unwinds is no number.
      Object sign = turn(handle, ChannelOp.PREFERENCE, null, NEVER, ctx);
      return ChannelOp.preference(sign instanceof Integer number ? number : 0);
    }
    return channel.preference();
  }

  /** {@link TaskletSteps#awaitAny}. */
  public static int awaitAny(
      TaskletSteps steps,
      List<Channel<?>> channels,
      int[] interests,
      @Nullable Duration most,
      Ctx ctx) {
    return awaitAny(channels, interests, most, ctx);
  }

  static int awaitAny(
      List<Channel<?>> channels, int[] interests, @Nullable Duration most, Ctx ctx) {
    List<ChannelId> ids = new ArrayList<>(channels.size());
    List<ChannelOp> kinds = new ArrayList<>(channels.size());
    for (int i = 0; i < interests.length; i++) {
      ids.add(ChannelHandle.idOf(channels.get(i)));
      kinds.add(ChannelOp.watching(interests[i]));
    }
    Cell cell = Cell.on(ctx);
    long deadline = most == null ? NEVER : cell.deadlineAfter(most);
    return cell.turns().awaitAny(ids, kinds, deadline, ctx) instanceof Integer woken ? woken : -1;
  }

  /** {@link Runtime#exit} and {@link Runtime#halt}. */
  public static void exit(Runtime runtime, int status, Ctx ctx) {
    exit(status, ctx);
  }

  /** {@link System#exit(int)}. */
  public static void exit(int status, Ctx ctx) {
    ResidentJob job = JobScope.current();
    if (LiveTasklet.on(ctx) == null && job != null) {
      throw job.ending().exitFromThread(status);
    }
    Cell.on(ctx).exit(status, ctx);
  }

  private static @Nullable Object turn(
      ChannelHandle<?> handle, ChannelOp op, @Nullable Object message, long deadline, Ctx ctx) {
    return Cell.on(ctx).turns().channel(handle.id(), op, message, deadline, ctx);
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  private static Object requireMessage(@Nullable Object message) {
    if (message == null) {
      throw new NullPointerException("a channel carries no null messages");
    }
    return message;
  }
}
