package dev.stint.support;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Where a tasklet's body is called: suspendable if a body of the program can suspend. */
public final class Entry {
  private Entry() {}

  /** Calls a body. */
  public static @Nullable Object call(Callable<?> body) throws Exception {
    return body.call();
  }
}
