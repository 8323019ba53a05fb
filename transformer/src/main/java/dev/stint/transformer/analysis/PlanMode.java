package dev.stint.transformer.analysis;

import dev.stint.transformer.PinReason;

/** Whether a method's body can be unwound. */
public sealed interface PlanMode {
  /** It can, except where it holds a monitor. */
  record Suspendable() implements PlanMode {}

  /** It cannot: only replacements are made, and suspending calls run pinned. */
  record Pinned(PinReason reason) implements PlanMode {}
}
