package dev.stint.client;

import java.util.List;

/**
 * How far a drain is.
 *
 * @param left tasklets still on the node
 * @param pinned how many of them cannot leave now
 * @param finished whether the drain is over
 * @param stuck those that cannot leave now, with the place or field path
 */
public record DrainView(
    long moved, long left, long pinned, long lost, boolean finished, List<String> stuck) {
  public DrainView {
    stuck = List.copyOf(stuck);
  }
}
