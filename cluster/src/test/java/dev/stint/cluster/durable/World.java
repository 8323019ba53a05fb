package dev.stint.cluster.durable;

import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One cell, its nodes, the authority and the one who takes its outputs, at one moment.
 *
 * @param sent every message ever sent: each may arrive never, late, often, in any order
 * @param taken the outputs taken, in order
 * @param faults how many nodes may still crash or be taken for dead
 * @param retries how many attempts may still be given up for having taken too long
 */
record World(
    Map<NodeProcess, Node> nodes,
    Authority authority,
    Set<Message> sent,
    List<Output> taken,
    int faults,
    int retries) {
  /** A node that is up; one that has crashed is not in the map. */
  record Node(OwnerState owner, BackupState backup) {
    static final Node FRESH = new Node(OwnerState.ABSENT, BackupState.EMPTY);
  }

  /**
   * What the coordinators agree on.
   *
   * @param fenced processes whose word does not count any more
   */
  record Authority(
      NodeProcess owner,
      NodeProcess backup,
      Epoch epoch,
      @Nullable Attempt pending,
      Epoch lastAttempt,
      Set<NodeProcess> fenced) {}

  /** An attempt to go on with the cell elsewhere. */
  record Attempt(Epoch epoch, NodeProcess target, NodeProcess backup) {}

  /** Something under way, and who sent it; null stands for the authority and the taker. */
  record Message(@Nullable NodeProcess from, NodeProcess to, Object content) {}

  /** To the authority: {@link OwnerEffect.SendStaged} or a missing slot. */
  record Staged(Epoch attempt) {}

  /** To the one who takes outputs. */
  record Sent(Output output) {}

  World with(NodeProcess process, Node node) {
    Map<NodeProcess, Node> next = new TreeMap<>(nodes);
    next.put(process, node);
    return new World(next, authority, sent, taken, faults, retries);
  }

  World sending(List<Message> messages) {
    if (sent.containsAll(messages)) {
      return this;
    }
    Set<Message> next = new HashSet<>(sent);
    next.addAll(messages);
    return new World(nodes, authority, next, taken, faults, retries);
  }

  World taking(Output output) {
    List<Output> next = new ArrayList<>(taken);
    next.add(output);
    return new World(nodes, authority, sent, next, faults, retries);
  }

  World knowing(Authority next) {
    return new World(nodes, next, sent, taken, faults, retries);
  }

  World givingUp() {
    return new World(nodes, authority, sent, taken, faults, retries - 1);
  }

  World faulty() {
    return new World(nodes, authority, sent, taken, faults - 1, retries);
  }

  /** The node is no more; what it had sent arrives, or dies with it. */
  World without(NodeProcess process, boolean messagesDie) {
    Map<NodeProcess, Node> left = new TreeMap<>(nodes);
    left.remove(process);
    Set<Message> still = new HashSet<>(sent);
    if (messagesDie) {
      still.removeIf(message -> process.equals(message.from()));
    }
    still.removeIf(message -> process.equals(message.to()));
    return new World(left, authority, still, taken, faults, retries);
  }

  boolean isUp(NodeProcess process) {
    return nodes.containsKey(process) && !authority.fenced().contains(process);
  }
}
