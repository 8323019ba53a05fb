package dev.stint.runtime;

import java.io.Serializable;

/**
 * Names a channel.
 *
 * @param home the cell that created it and holds its state
 * @param number its number among the channels of that cell
 */
record ChannelId(CellId home, int number) implements Serializable {
  @Override
  public String toString() {
    return home + "/" + number;
  }
}
