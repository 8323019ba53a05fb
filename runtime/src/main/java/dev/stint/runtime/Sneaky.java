package dev.stint.runtime;

/** Throws checked exceptions where generated code's signatures do not name them. */
final class Sneaky {
  private Sneaky() {}

  /** Throws {@code t} as it is; never returns. */
  static RuntimeException rethrow(Throwable t) {
    throw Sneaky.<RuntimeException>as(t);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T as(Throwable t) throws T {
    throw (T) t;
  }
}
