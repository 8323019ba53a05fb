package dev.stint.benchmarks.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * One measurement.
 *
 * @param benchmark name of its class
 * @param parameter what distinguishes it from others of that class; may be empty
 * @param nanos time of an operation, by name of the method: who did it
 */
record Row(String benchmark, String parameter, Map<String, Double> nanos) {
  static final String OURS = "stint";

  /** Everybody but us. */
  Map<String, Double> peers() {
    Map<String, Double> peers = new TreeMap<>(nanos);
    peers.remove(OURS);
    return peers;
  }

  double of(String who) {
    Double time = nanos.get(who);
    return time == null ? Double.NaN : time;
  }

  double ours() {
    return of(OURS);
  }
}
