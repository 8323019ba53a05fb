package dev.stint.cluster.durable;

import org.jspecify.annotations.Nullable;

/**
 * Which rules hold: all, or all but one.
 *
 * @param without the rule that was taken away, or null
 */
record DurabilityRules(@Nullable DurabilityRule without) {
  static final DurabilityRules ALL = new DurabilityRules(null);

  boolean hold(DurabilityRule rule) {
    return rule != without;
  }
}
