package dev.stint.client;

import java.time.Instant;
import java.util.Map;

/**
 * A node.
 *
 * @param incarnation which life of the process this is
 * @param state for example {@code UP} or {@code CORDONED}
 * @param ready tasklets that could run if a carrier were free
 * @param cpu processor seconds per second that its tasklets used lately
 */
public record NodeView(
    String name,
    long incarnation,
    String address,
    String state,
    int carriers,
    long tasklets,
    long ready,
    double cpu,
    long heapUsedBytes,
    long heapMaxBytes,
    Map<String, String> labels,
    Instant since) {
  public NodeView {
    labels = Map.copyOf(labels);
  }
}
