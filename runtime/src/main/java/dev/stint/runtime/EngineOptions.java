package dev.stint.runtime;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run tasklets in this JVM.
 *
 * @param carriers threads that run tasklets
 * @param slice how long a tasklet may run while others wait
 * @param maxSpares carriers that may be added for those stuck in blocking calls
 * @param cacheDirectory where transformed classes are kept between runs
 */
public record EngineOptions(int carriers, Duration slice, int maxSpares, Path cacheDirectory) {
  private static final int MOST_CARRIERS = 1024;

  public EngineOptions {
    if (carriers < 1 || carriers > MOST_CARRIERS) {
      throw new IllegalArgumentException(
          "carriers must be from 1 to " + MOST_CARRIERS + ", not " + carriers);
    }
    if (slice.isNegative() || slice.isZero()) {
      throw new IllegalArgumentException("a time slice must be longer than 0");
    }
  }

  /** As many carriers as processors are available, slices of 10 ms. */
  public static EngineOptions ofMachine(Path cacheDirectory) {
    return new EngineOptions(
        Runtime.getRuntime().availableProcessors(), Duration.ofMillis(10), 256, cacheDirectory);
  }
}
