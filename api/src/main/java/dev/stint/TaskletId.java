package dev.stint;

import java.io.Serializable;
import java.util.Objects;

/**
 * The identity of a tasklet: its cell's id and its number within the cell, for example {@code
 * c42.0}.
 */
public record TaskletId(String value) implements Serializable {
  public TaskletId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value;
  }
}
