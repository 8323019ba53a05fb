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

  TaskletHandle(CellId cell) {
    this.cell = cell;
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
