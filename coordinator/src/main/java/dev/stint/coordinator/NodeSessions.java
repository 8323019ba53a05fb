package dev.stint.coordinator;

import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Goodbye;
import dev.stint.proto.Heartbeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The processes that talk to this coordinator. Owned by the loop. */
final class NodeSessions {
  /** A process whose stream has broken is held to be dead after this. */
  static final Duration SUSPECT_AFTER = Duration.ofSeconds(3);

  /**
   * A process that is silent on an open stream is held to be dead after this. It is longer, because
   * the stream of a process that died breaks at once: who is silent on an open one is cut off, or
   * just slow.
   */
  static final Duration SUSPECT_SILENT_AFTER = Duration.ofSeconds(20);

  /** How long nodes have to come back after the coordinator itself has started again. */
  static final Duration GRACE_AFTER_START = Duration.ofSeconds(10);

  private final Clock clock;
  private final TreeMap<NodeProcess, NodeSession> sessions = new TreeMap<>();

  NodeSessions(Clock clock) {
    this.clock = clock;
  }

  /** A process that was there before this coordinator started; it should come back. */
  void expect(NodeProcess process) {
    long grace = GRACE_AFTER_START.minus(SUSPECT_AFTER).toNanos();
    sessions.put(process, new NodeSession(process, clock.nanos() + grace));
  }

  /** The process has opened a stream; an earlier one is ended. */
  NodeSession open(NodeProcess process, NodeLink link) {
    NodeSession session =
        sessions.computeIfAbsent(process, key -> new NodeSession(key, clock.nanos()));
    if (session.link != null && session.link != link) {
      session.link.end();
    }
    session.link = link;
    session.lastHeardNanos = clock.nanos();
    return session;
  }

  /** The stream has broken; the process may still live. */
  void broken(NodeProcess process, NodeLink link) {
    NodeSession session = sessions.get(process);
    if (session != null && session.link == link) {
      session.link = null;
    }
  }

  /** The process has said something. */
  void heard(NodeProcess process) {
    NodeSession session = sessions.get(process);
    if (session != null) {
      session.lastHeardNanos = clock.nanos();
    }
  }

  /** The process has said how loaded it is. */
  void heard(NodeProcess process, Heartbeat load) {
    NodeSession session = sessions.get(process);
    if (session != null) {
      session.lastHeardNanos = clock.nanos();
      session.load = load;
    }
  }

  /** Sends to a process if it has a stream now; orders that matter are repeated anyway. */
  boolean send(NodeProcess process, CoordinatorMessage message) {
    NodeSession session = sessions.get(process);
    if (session == null || session.link == null) {
      return false;
    }
    session.link.send(message);
    return true;
  }

  /** The process counts no more: it is told to end. */
  void dismiss(NodeProcess process, String why) {
    NodeSession session = sessions.remove(process);
    if (session != null && session.link != null) {
      session.link.send(goodbye(why));
      session.link.end();
    }
  }

  /** The message that tells a process to end. */
  static CoordinatorMessage goodbye(String why) {
    return CoordinatorMessage.newBuilder().setGoodbye(Goodbye.newBuilder().setReason(why)).build();
  }

  /** This coordinator itself did not listen for a while: silence until now says nothing. */
  void forgiveSilence() {
    sessions
        .values()
        .forEach(
            session -> session.lastHeardNanos = Math.max(session.lastHeardNanos, clock.nanos()));
  }

  /** The processes not heard of for too long. */
  List<NodeProcess> silent() {
    List<NodeProcess> silent = new ArrayList<>();
    for (NodeSession session : sessions.values()) {
      Duration patience = session.link == null ? SUSPECT_AFTER : SUSPECT_SILENT_AFTER;
      if (clock.nanos() - session.lastHeardNanos > patience.toNanos()) {
        silent.add(session.process);
      }
    }
    return silent;
  }

  /** The live stream of a node of this name, if it has one. */
  Optional<NodeSession> connected(NodeId node) {
    return sessions.values().stream()
        .filter(session -> session.process.node().equals(node) && session.link != null)
        .findFirst();
  }

  /** What is known of a process. */
  Optional<NodeSession> of(NodeProcess process) {
    return Optional.ofNullable(sessions.get(process));
  }

  /** All of them, by name. */
  Collection<NodeSession> all() {
    return List.copyOf(sessions.values());
  }
}
