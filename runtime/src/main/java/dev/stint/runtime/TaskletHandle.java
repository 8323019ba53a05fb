package dev.stint.runtime;

import dev.stint.Tasklet;
import dev.stint.TaskletId;
import dev.stint.TaskletStatus;
import dev.stint.abi.Ctx;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names a tasklet of a job, wherever that tasklet is. */
final class TaskletHandle<T extends @Nullable Object> implements Tasklet<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final CellId cell;

  /** Held, not used: while it lives, so does the result. Bytes carry the cell's name only. */
  @SuppressWarnings({"unused", "UnusedVariable"})
  private final transient @Nullable Object token;

  /** A handle that came as bytes. */
  TaskletHandle(CellId cell) {
    this(cell, null);
  }

  /** A handle with what all handles of the tasklet in this JVM hold. */
  TaskletHandle(CellId cell, @Nullable Object token) {
    this.cell = cell;
    this.token = token;
  }

  /** A handle of a tasklet that is in this JVM. */
  static <T extends @Nullable Object> TaskletHandle<T> of(Cell cell) {
    HandleClaim claim = cell.claim();
    Object known = claim == null ? null : claim.get();
    if (claim != null && known == null) {
      claim.travels();
    }
    return new TaskletHandle<>(cell.id(), known);
  }

  CellId cell() {
    return cell;
  }

  @Override
  public TaskletId id() {
    return cell.tasklet();
  }

  @Override
  public TaskletStatus status() {
    return Cell.current().job().statusOf(cell);
  }

  @Override
  public String node() {
    return Cell.current().job().nodeOf(cell);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The body's own type, which may allow null.
  public T join() {
    return (T) Primitives.join(this, Ctx.PINNED);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The body's own type, which may allow null.
  public T join(Duration timeout) {
    return (T) Primitives.join(this, timeout, Ctx.PINNED);
  }

  @Override
  public void cancel() {
    Cell.current().job().cancelFrom(Cell.current(), cell);
  }

  @Override
  public void interruptWith(Throwable exception) {
    Objects.requireNonNull(exception, "exception");
    Cell.current().job().interruptFrom(Cell.current(), cell, exception);
  }

  @Override
  public void pause() {
    Primitives.pause(this, Ctx.PINNED);
  }

  @Override
  public void resume() {
    Order.RESUME.send(Cell.current(), cell);
  }

  @Override
  public void start() {
    Order.START.send(Cell.current(), cell);
  }

  @Override
  public void runNow() {
    Primitives.runNow(this, Ctx.PINNED);
  }

  @Override
  public void blockTrap(boolean mustNotWait) {
    (mustNotWait ? Order.TRAP : Order.UNTRAP).send(Cell.current(), cell);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskletHandle<?> handle && handle.cell.equals(cell);
  }

  @Override
  public int hashCode() {
    return cell.hashCode();
  }

  @Override
  public String toString() {
    return "tasklet " + id();
  }
}
