package dev.stint.benchmarks.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement is to reach.
 *
 * @param title what is measured
 * @param nanos at most this long, in nanoseconds; 0 if there is no such bar
 * @param peer the peer that the other bar is about; empty if there is none
 * @param share at most this share of that peer's time
 */
record Bar(String title, double nanos, String peer, double share) {
  private static final String NOTHING = "";

  /** By benchmark class. */
  static final Map<String, Bar> ALL =
      Map.of(
          "YieldAtDepth",
          atMost("yield and resume, continuation only, depth", 5),
          "YieldInRotation",
          atMost("yield and resume, 8 types of frame in rotation", 10),
          "Yield",
          atMost("yield through the scheduler", 25),
          "PingPongOnOne",
          atMost("channel ping-pong, one carrier, per message", 60),
          "PingPongOnTwo",
          new Bar("channel ping-pong, two carriers, per message", 0, "virtualThreads", 0.6),
          "Ring",
          atMost("ring of 503, per message", 60),
          "Skynet",
          atMost("skynet, 1,000,000 leaves", 600_000_000),
          "Spawn",
          atMost("spawn, run, finish, join", 60));

  private static Bar atMost(String title, double nanos) {
    return new Bar(title, nanos, NOTHING, 0);
  }

  /** In words. */
  String text() {
    return nanos > 0 ? "<= " + Times.text(nanos) : "<= " + share + " of " + peer;
  }

  /** Whether it is met; null if the peer has not been measured. */
  @Nullable Boolean isMet(double ours, Map<String, Double> peers) {
    if (nanos > 0) {
      return ours <= nanos;
    }
    Double other = peers.get(peer);
    return other == null ? null : (Boolean) (ours <= share * other);
  }
}
