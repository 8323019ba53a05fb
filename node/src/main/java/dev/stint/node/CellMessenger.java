package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.JobRun;
import dev.stint.proto.CellMessage;
import dev.stint.proto.JobReport;
import dev.stint.proto.LocateRequest;
import dev.stint.proto.NodeMessage;
import dev.stint.proto.PeerAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages between cells to wherever the addressee is: here, where it went from here, where
 * it was last found, or where the coordinator says. A message is repeated until a node has replied
 * that the addressee took it. Owned by the loop.
 */
final class CellMessenger {
  private static final Duration RESEND_AFTER = Duration.ofSeconds(1);
  private static final int BYTES_PER_RESEND = 1024 * 1024;
  private static final long FIRST_RETRY_MILLIS = 2;
  private static final int MAX_DOUBLINGS = 7;

  private final Loop loop;
  private final CoordinatorGateway coordinator;
  private final PeerGateway peers;
  private final LocalCells local;
  private final Map<Long, Outgoing> outgoing = new LinkedHashMap<>();
  private final Map<CellId, PeerAddress> directory = new ConcurrentHashMap<>();
  private final Map<CellId, List<Outgoing>> locating = new HashMap<>();
  private final Map<CellId, Set<Consumer<CellMessage>>> correspondents = new HashMap<>();
  private long lastOperation;

  CellMessenger(Loop loop, CoordinatorGateway coordinator, PeerGateway peers, LocalCells local) {
    this.loop = loop;
    this.coordinator = coordinator;
    this.peers = peers;
    this.local = local;
  }

  /** Sends a message from a cell here. */
  void send(JobRun run, CellId from, CellId to, byte[] payload) {
    CellMessage.Builder content = CellMessage.newBuilder().setFromCell(from.number());
    send(run, to, content.setPayload(ByteString.copyFrom(payload)));
  }

  /** Tells the node of a job's root that the job is to end. */
  void sendJobEnd(JobRun run, CellId root, JobReport end) {
    send(run, root, CellMessage.newBuilder().setJobEnd(end));
  }

  private void send(JobRun run, CellId to, CellMessage.Builder content) {
    long operation = ++lastOperation;
    Outgoing message =
        new Outgoing(run, to, content.setToCell(to.number()).setOperation(operation).build());
    outgoing.put(operation, message);
    route(message);
  }

  /** A message came from another node. */
  void incoming(CellMessage message, Consumer<CellMessage> replies) {
    CellId to = new CellId(message.getToCell());
    boolean taken = local.deliver(message) == LocalCells.Delivery.TAKEN;
    if (taken) {
      correspondents.computeIfAbsent(to, cell -> new HashSet<>()).add(replies);
    }
    replies.accept(reply(message, !taken));
  }

  /** The stream of a correspondent has ended; a new one is a new correspondent. */
  void correspondentGone(Consumer<CellMessage> replies) {
    correspondents.values().forEach(known -> known.remove(replies));
    correspondents.values().removeIf(Set::isEmpty);
  }

  /** How many correspondents of cells here are known; one counts for each cell. */
  int correspondentCount() {
    return correspondents.values().stream().mapToInt(Set::size).sum();
  }

  /** Another node replied. */
  void replied(CellMessage reply) {
    CellId to = new CellId(reply.getToCell());
    Outgoing message = outgoing.get(reply.getOperation());
    if (reply.getElsewhere()) {
      directory.remove(to);
      if (message == null) {
        local.peerMoved(to);
      } else {
        retryLater(message);
      }
    } else {
      outgoing.remove(reply.getOperation());
    }
  }

  /** The coordinator says where a cell is; null if it is nowhere any more. */
  void located(CellId cell, @Nullable PeerAddress owner) {
    List<Outgoing> waiting = locating.remove(cell);
    if (owner == null) {
      outgoing.values().removeIf(message -> message.to.equals(cell));
      return;
    }
    if (!local.isThisNode(owner.getNode())) {
      directory.put(cell, owner);
    }
    if (waiting != null) {
      waiting.forEach(message -> {
        if (directory.containsKey(cell)) {
          route(message);
        } else {
          retryLater(message);
        }
      });
    }
  }

  /** A cell has come to run here: what waits for it can be delivered. */
  void arrived(CellId cell) {
    directory.remove(cell);
    List<Outgoing> due =
        outgoing.values().stream().filter(message -> message.to.equals(cell)).toList();
    due.forEach(this::route);
  }

  /** A cell has left for another node: those who talk with it are told. */
  void left(CellId cell, PeerAddress newOwner) {
    directory.put(cell, newOwner);
    local.peerMoved(cell);
    Set<Consumer<CellMessage>> told = correspondents.remove(cell);
    if (told != null) {
      CellMessage notice =
          CellMessage.newBuilder()
              .setToCell(cell.number())
              .setReply(true)
              .setElsewhere(true)
              .build();
      told.forEach(consumer -> consumer.accept(notice));
    }
  }

  /** A run is over here: what its cells say and hear does not matter any more. */
  void forget(JobRun run, Iterable<CellId> cells) {
    outgoing.values().removeIf(message -> message.run.equals(run));
    for (CellId cell : cells) {
      directory.remove(cell);
      locating.remove(cell);
      correspondents.remove(cell);
    }
  }

  /**
   * The name of the node on which a cell was last found; null if that was never asked. From any
   * thread.
   */
  @Nullable String lastFoundOn(CellId cell) {
    PeerAddress address = directory.get(cell);
    return address == null ? null : address.getNode().getName();
  }

  /** A new session: questions under way may have been lost. */
  void askAgain() {
    locating.keySet().forEach(this::ask);
  }

  /** Repeats what nobody has replied to for a while; to be called about twice a second. */
  void repeatUnreplied() {
    long now = loop.nanoTime();
    List<Outgoing> overdue =
        outgoing.values().stream()
            .filter(message -> message.isOverdue(now, RESEND_AFTER.toNanos()))
            .toList();
    overdue.forEach(message -> {
      directory.remove(message.to);
      route(message);
    });
  }

  private void route(Outgoing message) {
    if (!outgoing.containsKey(message.operation())) {
      return;
    }
    switch (local.deliver(message.content)) {
      case TAKEN -> outgoing.remove(message.operation());
      case NOT_NOW -> retryLater(message);
      case ABSENT -> {
        PeerAddress address = directory.get(message.to);
        if (address == null) {
          locate(message);
        } else {
          dispatch(message, address);
        }
      }
    }
  }

  private void dispatch(Outgoing message, PeerAddress address) {
    message.sentAt = loop.nanoTime();
    message.underWay = true;
    peers.send(address.getAddress(), message.content);
  }

  private void locate(Outgoing message) {
    message.underWay = false;
    List<Outgoing> waiting = locating.get(message.to);
    if (waiting == null) {
      locating.put(message.to, new ArrayList<>(List.of(message)));
      ask(message.to);
    } else {
      waiting.add(message);
    }
  }

  private void ask(CellId cell) {
    coordinator.tell(
        NodeMessage.newBuilder()
            .setLocate(LocateRequest.newBuilder().setCell(cell.number()))
            .build());
  }

  private void retryLater(Outgoing message) {
    message.underWay = false;
    long pause = FIRST_RETRY_MILLIS << Math.min(message.retries++, MAX_DOUBLINGS);
    loop.after(Duration.ofMillis(pause), () -> route(message));
  }

  private static CellMessage reply(CellMessage request, boolean elsewhere) {
    return CellMessage.newBuilder()
        .setToCell(request.getToCell())
        .setFromCell(request.getFromCell())
        .setOperation(request.getOperation())
        .setReply(true)
        .setElsewhere(elsewhere)
        .build();
  }

  /** A message that no node has taken yet. */
  private static final class Outgoing {
    private final JobRun run;
    private final CellId to;
    private final CellMessage content;
    private boolean underWay;
    private long sentAt;
    private int retries;

    Outgoing(JobRun run, CellId to, CellMessage content) {
      this.run = run;
      this.to = to;
      this.content = content;
    }

    long operation() {
      return content.getOperation();
    }

    /** A large one is given more time: it may still be on its way. */
    boolean isOverdue(long now, long nanos) {
      int times = 1 + content.getPayload().size() / BYTES_PER_RESEND;
      return underWay && now - sentAt > times * nanos;
    }
  }
}
