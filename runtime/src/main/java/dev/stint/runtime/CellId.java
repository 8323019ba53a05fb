package dev.stint.runtime;

import dev.stint.TaskletId;
import java.io.Serializable;

/**
 * The unit of placement: one tasklet, the channels it created, and its result once it has ended. A
 * tasklet never changes its cell.
 */
public record CellId(long number) implements Serializable, Comparable<CellId> {
  public CellId {
    if (number < 0) {
      throw new IllegalArgumentException("a cell's number is 0 or more, not " + number);
    }
  }

  /** The cell that a tasklet is in. */
  public static CellId of(TaskletId id) {
    String text = id.value();
    int dot = text.indexOf('.');
    if (!text.startsWith("c") || dot < 2) {
      throw new IllegalArgumentException(
          "'" + text + "' is no tasklet id; it looks like c42.0, as 'tasklet ls' shows");
    }
    try {
      return new CellId(Long.parseLong(text, 1, dot, 10));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no tasklet id, such as c42.0", e);
    }
  }

  /** The id of this cell's tasklet. */
  public TaskletId tasklet() {
    return new TaskletId("c" + number + ".0");
  }

  @Override
  public int compareTo(CellId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "c" + number;
  }
}
