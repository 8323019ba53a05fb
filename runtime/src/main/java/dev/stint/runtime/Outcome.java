package dev.stint.runtime;

import dev.stint.abi.Ctx;
import org.jspecify.annotations.Nullable;

/** What a wait or a body ended with. */
sealed interface Outcome {
  /**
   * Safe: an interface is initialised with its first use, and no record here has a static of its
   * own.
   */
  @SuppressWarnings("ClassInitializationDeadlock")
  Outcome NOTHING = new Value(null);

  /** A value; primitives are boxed. */
  record Value(@Nullable Object value) implements Outcome {
    @Override
    public void deliver(Ctx ctx) {
      ctx.thrown = null;
      ctx.retA = value;
      ctx.retJ =
          switch (value) {
            case Boolean truth -> truth ? 1 : 0;
            case Number number -> number.longValue();
            case null, default -> 0;
          };
    }
  }

  /** An exception. */
  record Thrown(Throwable throwable) implements Outcome {
    @Override
    public void deliver(Ctx ctx) {
      ctx.thrown = throwable;
    }
  }

  /** Makes the next activation on this context go on with it. */
  void deliver(Ctx ctx);

  /** The value, or throws the exception as it is. */
  default @Nullable Object get() {
    return switch (this) {
      case Value value -> value.value();
      case Thrown thrown -> throw Sneaky.rethrow(thrown.throwable());
    };
  }
}
