package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.NodeState;
import dev.stint.cluster.NodeView;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Hello;
import dev.stint.proto.Welcome;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets processes in, and declares those dead that are not heard of any more. On the loop. */
final class Registrar {
  private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

  /** How often a node says how loaded it is. */
  static final Duration HEARTBEAT = Duration.ofMillis(500);

  /** A pause of this length between two looks means that this process itself stood still. */
  private static final Duration DEAF = Duration.ofSeconds(2);

  private final Authority authority;
  private final AuthorityLog log;
  private final NodeSessions sessions;
  private final Orders orders;
  private final Clock clock;
  private final Loop loop;
  private long lastLookNanos;

  Registrar(
      Authority authority,
      AuthorityLog log,
      NodeSessions sessions,
      Orders orders,
      Clock clock,
      Loop loop) {
    this.authority = authority;
    this.log = log;
    this.sessions = sessions;
    this.orders = orders;
    this.clock = clock;
    this.loop = loop;
    this.lastLookNanos = clock.nanos();
  }

  /** The processes of the log have some time to come back. */
  void expectThoseOfTheLog() {
    authority.read(machine -> machine.nodes()).stream()
        .filter(node -> node.state() != NodeState.GONE)
        .forEach(node -> sessions.expect(node.process()));
  }

  /**
   * A process opens a stream. It is welcomed, or told to end.
   *
   * @param admitted hears who it is, before the process itself does: so its next message finds it
   *     known
   */
  void hello(Hello hello, NodeLink link, Consumer<NodeProcess> admitted) {
    NodeId node;
    try {
      node = Names.node(hello.getName());
    } catch (RequestException e) {
      refuse(link, String.valueOf(e.getMessage()));
      return;
    }
    if (hello.getIncarnation() <= 0) {
      register(node, hello, link, admitted);
    } else {
      comeBack(NodeProcess.of(node.name(), hello.getIncarnation()), link, admitted);
    }
  }

  private void comeBack(NodeProcess process, NodeLink link, Consumer<NodeProcess> admitted) {
    if (authority.read(machine -> machine.isCurrent(process))) {
      welcome(process, link, admitted);
    } else {
      refuse(
          link,
          "node "
              + process
              + " was declared gone, and what it ran is no longer its own; start the node again");
    }
  }

  private void register(NodeId node, Hello hello, NodeLink link, Consumer<NodeProcess> admitted) {
    Optional<NodeView> known = authority.read(machine -> machine.node(node));
    boolean sameProcess =
        known.filter(view -> view.processKey().equals(hello.getProcessKey())).isPresent();
    if (!sameProcess && sessions.connected(node).isPresent()) {
      refuse(
          link,
          "a node named "
              + node
              + " runs already, at "
              + known.map(NodeView::address).orElse("an unknown address")
              + "; give this one another name with --name");
      return;
    }
    String key =
        hello.getProcessKey().isEmpty() ? UUID.randomUUID().toString() : hello.getProcessKey();
    Command register =
        new Command.RegisterNode(
            node,
            key,
            hello.getAddress(),
            new TreeMap<>(hello.getLabelsMap()),
            Math.max(1, hello.getCarriers()),
            clock.now());
    log.propose(register)
        .whenCompleteAsync((answer, failure) -> answered(answer, failure, link, admitted), loop);
  }

  private void answered(
      @Nullable Answer answer,
      @Nullable Throwable failure,
      NodeLink link,
      Consumer<NodeProcess> admitted) {
    if (answer instanceof Answer.Registered registered) {
      welcome(registered.process(), link, admitted);
    } else if (answer instanceof Answer.Refusing refusal) {
      refuse(link, refusal.text());
    } else {
      // Not a goodbye: the node is welcome once the log can be written again.
      LOG.warn("a node was not let in: {}", failure == null ? answer : failure.getMessage());
      link.end();
    }
  }

  private static void refuse(NodeLink link, String why) {
    link.send(NodeSessions.goodbye(why));
    link.end();
  }

  private void welcome(NodeProcess process, NodeLink link, Consumer<NodeProcess> admitted) {
    sessions.open(process, link);
    admitted.accept(process);
    Welcome.Builder welcome =
        Welcome.newBuilder().setNode(Wire.ref(process)).setHeartbeatMillis(HEARTBEAT.toMillis());
    for (NodeView node : authority.read(machine -> machine.nodes())) {
      if (node.state() != NodeState.GONE && !node.process().equals(process)) {
        welcome.addPeers(Wire.peer(node.process(), node.address()));
      }
    }
    link.send(CoordinatorMessage.newBuilder().setWelcome(welcome).build());
    orders.send(authority.redrive().stream().filter(order -> order.to().equals(process)).toList());
  }

  /** The process has closed its stream in good order: it has left. */
  void left(NodeProcess process) {
    gone(process, "it has left");
  }

  /** Declares the silent ones dead. */
  void declareSilentOnesGone() {
    long now = clock.nanos();
    if (now - lastLookNanos > DEAF.toNanos()) {
      sessions.forgiveSilence();
    }
    lastLookNanos = now;
    for (NodeProcess process : sessions.silent()) {
      boolean broken = sessions.connected(process.node()).isEmpty();
      Duration silence = broken ? NodeSessions.SUSPECT_AFTER : NodeSessions.SUSPECT_SILENT_AFTER;
      gone(process, "nothing was heard of it for more than " + silence.toSeconds() + " s");
    }
  }

  private void gone(NodeProcess process, String why) {
    sessions.heard(process); // Not again before the log has answered.
    log.propose(new Command.NodeGone(process, why, clock.now()));
  }

  /** Sends again what is owed. */
  void redrive() {
    orders.send(authority.redrive());
  }
}
