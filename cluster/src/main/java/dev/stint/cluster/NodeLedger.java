package dev.stint.cluster;

import java.time.Instant;
import java.util.TreeSet;

/** The authority's book of nodes. */
final class NodeLedger {
  private static final Answer.Accepted ACCEPTED = new Answer.Accepted();

  private final AuthorityState state;
  private final Outbox out;
  private final CellLedger cells;
  private final JobLedger jobs;
  private final Rules rules;

  NodeLedger(AuthorityState state, Outbox out, CellLedger cells, JobLedger jobs, Rules rules) {
    this.state = state;
    this.out = out;
    this.cells = cells;
    this.jobs = jobs;
    this.rules = rules;
  }

  Answer register(Command.RegisterNode command) {
    NodeView known = state.nodes.get(command.node());
    if (known != null && known.processKey().equals(command.processKey())) {
      return registerAgain(known, command);
    }
    if (known != null && !rules.hold(Rule.NEW_INCARNATION_PER_LIFE)) {
      return registerAgain(known, command);
    }
    if (rules.hold(Rule.FORMER_PROCESSES_REMEMBERED)
        && state.isFormer(command.node(), command.processKey())) {
      return new Answer.Fenced(
          "Another process of node "
              + command.node()
              + " has registered since; two processes must not share a node's name");
    }
    if (known != null) {
      state.rememberFormer(known);
    }
    if (known != null && known.state() != NodeState.GONE) {
      fence(known, "its node was started anew", command.at());
    }
    NodeProcess process = new NodeProcess(command.node(), new Incarnation(state.nextIncarnation++));
    put(record(process, command, NodeState.UP, command.at()), "registered");
    return new Answer.Registered(process);
  }

  private Answer registerAgain(NodeView known, Command.RegisterNode command) {
    if (known.state() == NodeState.GONE && rules.hold(Rule.NEW_INCARNATION_PER_LIFE)) {
      return new Answer.Fenced(Texts.fenced(known.process()));
    }
    NodeState newState = known.state() == NodeState.GONE ? NodeState.UP : known.state();
    state.nodes.put(known.id(), record(known.process(), command, newState, known.since()));
    return new Answer.Registered(known.process());
  }

  private static NodeView record(
      NodeProcess process, Command.RegisterNode command, NodeState nodeState, Instant since) {
    return new NodeView(
        process,
        command.processKey(),
        command.address(),
        command.labels(),
        command.carriers(),
        nodeState,
        "",
        since);
  }

  Answer gone(Command.NodeGone command) {
    NodeView known = state.nodes.get(command.process().node());
    if (known == null) {
      return noSuchNode(command.process().node());
    }
    if (state.isCurrent(command.process())) {
      fence(known, command.why(), command.at());
    }
    return ACCEPTED;
  }

  private void fence(NodeView node, String why, Instant at) {
    put(node.gone(why, at), why);
    forgetDropping(node.process());
    TreeSet<JobRun> hit = cells.fence(node.process(), why, at);
    for (JobRun run : hit) {
      jobs.cellsLost(run, "node " + node.id() + " was lost (" + why + ")", at);
    }
  }

  private void forgetDropping(NodeProcess process) {
    state.dropping.values().forEach(holders -> holders.remove(process));
    state.dropping.values().removeIf(TreeSet::isEmpty);
  }

  Answer cordon(Command.Cordon command) {
    return change(command.node(), NodeState.CORDONED);
  }

  Answer uncordon(Command.Uncordon command) {
    return change(command.node(), NodeState.UP);
  }

  Answer drain(Command.Drain command) {
    return change(command.node(), NodeState.DRAINING);
  }

  private Answer change(NodeId id, NodeState newState) {
    NodeView node = state.nodes.get(id);
    if (node == null) {
      return noSuchNode(id);
    }
    if (node.state() == NodeState.GONE) {
      return new Answer.NotEligible("Node " + id + " is gone: " + node.why());
    }
    boolean drains = node.state() == NodeState.DRAINING && newState == NodeState.CORDONED;
    if (node.state() != newState && !drains) {
      put(node.with(newState, ""), "");
    }
    return ACCEPTED;
  }

  Answer forget(Command.ForgetNode command) {
    NodeView node = state.nodes.get(command.node());
    if (node == null) {
      return noSuchNode(command.node());
    }
    if (node.state() != NodeState.GONE) {
      return new Answer.Conflict(
          "Node " + node.id() + " still takes part; drain it and stop it first");
    }
    state.nodes.remove(command.node());
    state.formerKeys.remove(command.node());
    return ACCEPTED;
  }

  private void put(NodeView node, String why) {
    state.nodes.put(node.id(), node);
    out.tell(new Fact.NodeChanged(node.process(), node.state(), why));
  }

  static Answer noSuchNode(NodeId id) {
    return new Answer.NoSuchNode(
        "there is no node " + id + "; 'stint node ls' shows those there are");
  }
}
