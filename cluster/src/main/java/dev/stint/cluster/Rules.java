package dev.stint.cluster;

import org.jspecify.annotations.Nullable;

/**
 * Which rules hold: all, or all but one.
 *
 * @param without the rule that was taken away, or null
 */
record Rules(@Nullable Rule without) {
  /** The protocol as it is. */
  static final Rules ALL = new Rules(null);

  boolean hold(Rule rule) {
    return rule != without;
  }
}
