package dev.stint.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a node needs to know to start.
 *
 * @param name unique in the cluster; a restarted node keeps it
 * @param coordinator where the coordinator listens
 * @param listen where peers reach this node; port 0 takes any free one
 * @param advertise the host that peers are told to use; empty takes the listening one
 * @param data a directory of this node's own, made if absent
 * @param transformed where transformed classes are kept; nodes of one machine may share it
 * @param carriers how many tasklets run at once
 * @param labels for placement
 * @param insecure whether to listen beyond loopback without encryption
 * @param connectTimeout how long the first connection may take
 * @param drainDeadline how long a drain may take
 */
public record NodeOptions(
    String name,
    HostPort coordinator,
    HostPort listen,
    String advertise,
    Path data,
    Path transformed,
    int carriers,
    Map<String, String> labels,
    boolean insecure,
    Duration connectTimeout,
    Duration drainDeadline) {
  /** How long the first connection may take unless said otherwise. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  /** How long a drain may take unless said otherwise. */
  public static final Duration DRAIN_DEADLINE = Duration.ofSeconds(25);

  /** Copies the labels. */
  public NodeOptions {
    labels = Map.copyOf(labels);
  }

  /** A node on loopback with any free port and one carrier per processor. */
  public static NodeOptions local(String name, HostPort coordinator, Path data) {
    return new NodeOptions(
        name,
        coordinator,
        new HostPort("127.0.0.1", 0),
        "",
        data,
        data.resolve("transformed"),
        Runtime.getRuntime().availableProcessors(),
        Map.of(),
        false,
        CONNECT_TIMEOUT,
        DRAIN_DEADLINE);
  }

  /** The same with another number of carriers. */
  public NodeOptions withCarriers(int count) {
    return new NodeOptions(
        name,
        coordinator,
        listen,
        advertise,
        data,
        transformed,
        count,
        labels,
        insecure,
        connectTimeout,
        drainDeadline);
  }

  /** The same with another place for transformed classes. */
  public NodeOptions withTransformed(Path directory) {
    return new NodeOptions(
        name,
        coordinator,
        listen,
        advertise,
        data,
        directory,
        carriers,
        labels,
        insecure,
        connectTimeout,
        drainDeadline);
  }
}
