package dev.stint.cluster;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** An authority with the usual words for tests. */
final class AuthorityFixture {
  static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  final AuthorityMachine authority = new AuthorityMachine();

  Applied apply(Command command) {
    return authority.apply(command);
  }

  Answer answer(Command command) {
    return apply(command).answer();
  }

  NodeProcess register(String node, String key) {
    Answer answer = answer(registration(node, key));
    return ((Answer.Registered) answer).process();
  }

  static Command registration(String node, String key) {
    return new Command.RegisterNode(new NodeId(node), key, node + ":7400", new TreeMap<>(), 2, AT);
  }

  static JobRequest request(String id, String entry, String key, int restarts) {
    return new JobRequest(
        new JobId(id),
        id,
        new Digest("a".repeat(64)),
        new Digest(entry.repeat(64)),
        new TreeMap<>(),
        key,
        restarts);
  }

  /** A job that runs on a node; returns its run. */
  JobRun running(String id, NodeProcess on) {
    apply(new Command.SubmitJob(request(id, "b", null, 0), AT));
    Answer.Placed placed =
        (Answer.Placed) answer(new Command.StartJob(new JobId(id), on.node(), AT));
    apply(new Command.RootStarted(placed.run(), on));
    return placed.run();
  }

  CellId root(JobRun run) {
    return authority.job(run.job()).orElseThrow().root();
  }

  CellRange grant(NodeProcess process, JobRun run, int count) {
    Answer answer = answer(new Command.GrantCells(process, run, count));
    return ((Answer.Granted) answer).range();
  }

  Answer.MovesStarted move(CellId cell, NodeProcess to) {
    Answer answer =
        answer(
            new Command.StartMove(
                List.of(cell), to.node(), new MoveReason(MoveReason.Kind.OPERATOR, "test"), AT));
    return (Answer.MovesStarted) answer;
  }

  /** Starts a move and has it committed; returns the new epoch. */
  Epoch moved(CellId cell, NodeProcess to) {
    Epoch attempt = move(cell, to).started().getFirst().attempt();
    apply(new Command.Staged(to, cell, attempt, AT));
    return attempt;
  }

  JobView job(String id) {
    return authority.job(new JobId(id)).orElseThrow();
  }

  NodeState stateOf(NodeProcess process) {
    return authority.node(process.node()).orElseThrow().state();
  }
}
