package dev.stint.coordinator;

import dev.stint.cluster.NodeProcess;
import dev.stint.proto.Heartbeat;
import org.jspecify.annotations.Nullable;

/** What the coordinator knows of a process from talking to it. Owned by the loop. */
final class NodeSession {
  final NodeProcess process;

  /** Null while its stream is broken. */
  @Nullable NodeLink link;

  /** By {@link Clock#nanos}. */
  long lastHeardNanos;

  Heartbeat load = Heartbeat.getDefaultInstance();

  NodeSession(NodeProcess process, long lastHeardNanos) {
    this.process = process;
    this.lastHeardNanos = lastHeardNanos;
  }
}
