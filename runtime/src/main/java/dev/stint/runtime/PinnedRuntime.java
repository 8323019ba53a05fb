package dev.stint.runtime;

import dev.stint.Channel;
import dev.stint.Scope;
import dev.stint.SharedMap;
import dev.stint.Tasklet;
import dev.stint.abi.Ctx;
import dev.stint.spi.TaskletRuntime;
import dev.stint.spi.TaskletSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API's statics for the tasklet on the calling thread. What may wait arrives here only from
 * frames that cannot be unwound, and blocks the thread.
 */
final class PinnedRuntime implements TaskletSteps {
  private final Cell cell;

  private PinnedRuntime(Cell cell) {
    this.cell = cell;
  }

  static @Nullable TaskletRuntime ofCaller() {
    LiveTasklet mounted = LiveTasklet.on(Ctx.PINNED);
    return mounted != null && mounted.owner() instanceof Cell cell ? new PinnedRuntime(cell) : null;
  }

  @Override
  public <T extends @Nullable Object> Tasklet<T> spawn(Tasklet.Body<T> body) {
    return cell.job().spawn(cell, body);
  }

  @Override
  public <T extends @Nullable Object> Tasklet<T> unstarted(Tasklet.Body<T> body) {
    return cell.job().unstarted(cell, body);
  }

  @Override
  public <T extends @Nullable Object> T atomically(Tasklet.Body<T> body) {
    countAtomic(1);
    try {
      return body.call();
    } catch (Exception e) {
      throw Sneaky.rethrow(e);
    } finally {
      countAtomic(-1);
    }
  }

  @Override
  public String effectId() {
    return cell.job().host().jobId() + "-" + cell.counts().nextEffect();
  }

  @Override
  public void yield() {
    Primitives.yieldNow(Ctx.PINNED);
  }

  @Override
  public void sleep(Duration duration) {
    Primitives.sleep(duration, Ctx.PINNED);
  }

  @Override
  public Tasklet<?> currentTasklet() {
    return TaskletHandle.of(cell);
  }

  @Override
  public void moveTo(String node) {
    Primitives.moveTo(node, Ctx.PINNED);
  }

  @Override
  public void progress(long done, long total, String what) {
    cell.job().host().progress(done, total, what);
  }

  @Override
  public Path file(String name) {
    try {
      return cell.job().host().file(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The program's compiler has checked it.
  public <A extends @Nullable Object, R extends @Nullable Object> List<R> map(
      Collection<? extends A> items, Tasklet.Function<? super A, ? extends R> function) {
    return (List<R>) cell.side().map(items, function);
  }

  @Override
  public <T> Channel<T> channel(int capacity) {
    return new ChannelHandle<>(cell.newChannel(capacity));
  }

  @Override
  public <K, V> SharedMap<K, V> sharedMap(String name) {
    return new MapHandle<>(name);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The program's compiler has checked it.
  public <R extends @Nullable Object> R select(Channel.Case<? extends R>[] cases) {
    return (R) cell.side().select(cases);
  }

  @Override
  @SuppressWarnings("unchecked") // A scope takes what its user gives it.
  public <T extends @Nullable Object> Scope<T> scope() {
    return (Scope<T>) cell.side().openScope();
  }

  // ---- single steps

  @Override
  public int openScope() {
    return cell.scopes().open();
  }

  @Override
  public <T extends @Nullable Object> Tasklet<T> fork(int scope, Tasklet.Body<T> body) {
    return cell.job().spawn(cell, body, scope);
  }

  @Override
  public @Nullable Tasklet<?> failedFirst(int scope) {
    CellId failed = cell.scopes().failedFirst(scope);
    return failed == null ? null : new TaskletHandle<@Nullable Object>(failed);
  }

  @Override
  public void closeScope(int scope) {
    cell.scopes().close(scope);
  }

  @Override
  public void awaitEnd(Tasklet<?> tasklet) {
    Primitives.awaitEnd(tasklet, Ctx.PINNED);
  }

  @Override
  public void countAtomic(int change) {
    cell.tasklet().ties().countAtomic(change);
  }

  @Override
  public void requireGoingOn(Throwable thrown) {
    if (thrown instanceof JobOver over) {
      throw over;
    }
  }

  @Override
  public RuntimeException rethrow(Throwable thrown) {
    throw Sneaky.rethrow(thrown);
  }

  @Override
  public int awaitAny(List<Channel<?>> channels, int[] interests, @Nullable Duration most) {
    return Primitives.awaitAny(channels, interests, most, Ctx.PINNED);
  }

  @Override
  public int first(int n) {
    return (int) Long.remainderUnsigned(cell.turns().nextChance(), n);
  }
}
