package dev.stint.cluster;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Authority and nodes in the hands of a script, which says when each message arrives. The words
 * are:
 *
 * <pre>
 * node NAME                    a new process of the node registers
 * submit JOB [RESTARTS]        start JOB NODE        cancel JOB [now]
 * grant NODE JOB COUNT         spawn NODE CELL       ended NODE CELL
 * move CELL NODE               abort CELL            done NODE JOB
 * drain|cordon|uncordon NODE   gone NODE             taken NODE CELL
 * safepoint NODE CELL IMAGE    pinned NODE CELL SITE
 * staged NODE CELL             full NODE CELL        expired NODE CELL
 * deliver [WORD]               messages under way arrive, all or those with the word
 * lose [WORD]                  they are lost
 * again WORD                   messages that arrived before arrive once more
 * new-leader                   the log is replayed and all that is owed is sent
 * resend NODE                  the node repeats its reports
 * show                         what the authority and the nodes hold
 * </pre>
 */
final class Scenario {
  private record Message(String text, Runnable delivery) {}

  private AuthorityMachine authority = new AuthorityMachine();
  private final TreeMap<String, NodeMachine> nodes = new TreeMap<>();
  private final List<Bytes> log = new ArrayList<>();
  private ArrayDeque<Message> underWay = new ArrayDeque<>();
  private final List<Message> arrived = new ArrayList<>();
  private final List<String> out = new ArrayList<>();
  private int lives;

  /** Plays a line; returns what came of it. */
  List<String> play(String line) {
    out.clear();
    String[] words = line.split(" +");
    String rest =
        String.join(" ", Arrays.copyOfRange(words, Math.min(3, words.length), words.length));
    switch (words[0]) {
      case "node" -> register(words[1]);
      case "submit" -> submit(words[1], words.length > 2 ? Integer.parseInt(words[2]) : 0);
      case "start" -> log(new Command.StartJob(new JobId(words[1]), new NodeId(words[2]), now()));
      case "cancel" ->
          log(
              new Command.CancelJob(
                  new JobId(words[1]), words.length > 2, "no longer wanted", now()));
      case "grant" ->
          log(new Command.GrantCells(process(words[1]), run(words[2]), Integer.parseInt(words[3])));
      case "spawn" -> spawn(words[1], cell(words[2]));
      case "move" -> move(cell(words[1]), words[2]);
      case "abort" -> abort(cell(words[1]));
      case "drain" -> log(new Command.Drain(new NodeId(words[1])));
      case "cordon" -> log(new Command.Cordon(new NodeId(words[1])));
      case "uncordon" -> log(new Command.Uncordon(new NodeId(words[1])));
      case "gone" -> log(new Command.NodeGone(process(words[1]), "no heartbeat", now()));
      case "done" -> done(words[1], words[2]);
      case "deliver" -> deliver(words.length > 1 ? words[1] : "");
      case "lose" -> lose(words.length > 1 ? words[1] : "");
      case "again" -> again(words[1]);
      case "new-leader" -> newLeader();
      case "resend" -> carryOut(words[1], nodes.get(words[1]).redrive());
      case "show" -> show();
      default -> node(words[0], words[1], cell(words[2]), rest);
    }
    return List.copyOf(out);
  }

  private static Instant now() {
    return Instant.EPOCH;
  }

  private static CellId cell(String word) {
    return new CellId(Long.parseLong(word.substring(1)));
  }

  private JobRun run(String job) {
    return authority.job(new JobId(job)).orElseThrow().run();
  }

  private NodeProcess process(String node) {
    return nodes.get(node).process();
  }

  // ---- the authority

  private Answer log(Command command) {
    Bytes line = CommandCodec.encode(command);
    log.add(line);
    Applied applied = authority.apply(CommandCodec.decode(line));
    if (!(applied.answer() instanceof Answer.Accepted)) {
      out.add("answer: " + Brief.of(applied.answer()));
    }
    applied.facts().forEach(fact -> out.add("fact: " + Brief.of(fact)));
    applied.effects().forEach(this::send);
    return applied.answer();
  }

  private void register(String name) {
    lives++;
    Answer answer =
        log(
            new Command.RegisterNode(
                new NodeId(name), "key-" + lives, name + ":1", new TreeMap<>(), 1, now()));
    if (answer instanceof Answer.Registered registered) {
      nodes.put(name, new NodeMachine(registered.process()));
    }
  }

  private void submit(String job, int restarts) {
    log(
        new Command.SubmitJob(
            new JobRequest(
                new JobId(job),
                job,
                new Digest("0".repeat(64)),
                new Digest("1".repeat(64)),
                new TreeMap<>(),
                null,
                restarts),
            now()));
  }

  private void move(CellId cell, String target) {
    log(
        new Command.StartMove(
            List.of(cell),
            new NodeId(target),
            new MoveReason(MoveReason.Kind.OPERATOR, "asked for"),
            now()));
  }

  private void abort(CellId cell) {
    Epoch attempt =
        authority.pendingMoves().stream()
            .filter(move -> move.cell().equals(cell))
            .map(MoveView::attempt)
            .findFirst()
            .orElse(Epoch.FIRST);
    log(new Command.AbortMove(cell, attempt, "it took too long", now()));
  }

  private void done(String node, String job) {
    JobRun run = run(job);
    CellId root = authority.job(run.job()).orElseThrow().root();
    CellState.Live live = (CellState.Live) nodes.get(node).state(root);
    log(
        new Command.JobEnded(
            run,
            process(node),
            root,
            live.epoch(),
            new JobOutcome.Done(new Payload.Inline(Bytes.utf8("42")), 0),
            now()));
  }

  private void newLeader() {
    authority = new AuthorityMachine();
    log.forEach(line -> authority.apply(CommandCodec.decode(line)));
    authority.redrive().forEach(this::send);
  }

  // ---- the network

  private void send(Effect effect) {
    post(
        effect.to().node() + " <- " + Brief.of(effect),
        () -> receive(effect.to().node().name(), effect));
  }

  private void post(String text, Runnable delivery) {
    out.add("sends: " + text);
    underWay.add(new Message(text, delivery));
  }

  private void deliver(String word) {
    ArrayDeque<Message> all = underWay;
    underWay = new ArrayDeque<>();
    List<Message> stays = new ArrayList<>();
    for (Message message : all) {
      if (message.text.contains(word)) {
        arrived.add(message);
        out.add(message.text);
        message.delivery.run();
      } else {
        stays.add(message);
      }
    }
    stays.addAll(underWay);
    underWay = new ArrayDeque<>(stays);
  }

  private void lose(String word) {
    underWay.removeIf(message -> message.text.contains(word));
  }

  private void again(String word) {
    for (Message message : List.copyOf(arrived)) {
      if (message.text.contains(word)) {
        out.add(message.text);
        message.delivery.run();
      }
    }
  }

  // ---- nodes

  private void receive(String node, Effect effect) {
    NodeMachine machine = nodes.get(node);
    if (!machine.process().equals(effect.to())) {
      out.add("  not for " + machine.process());
      return;
    }
    switch (effect) {
      case Effect.SendPrepare e ->
          apply(
              node,
              e.cell(),
              new CellEvent.Prepare(e.epoch(), e.attempt(), e.target(), e.targetAddress()));
      case Effect.SendActivate e -> apply(node, e.cell(), new CellEvent.Activate(e.epoch()));
      case Effect.SendRelease e ->
          apply(
              node,
              e.cell(),
              new CellEvent.Release(e.epoch(), e.attempt(), e.newOwner(), e.newOwnerAddress()));
      case Effect.SendResume e ->
          apply(node, e.cell(), new CellEvent.Resume(e.epoch(), e.attempt()));
      case Effect.SendDiscard e -> apply(node, e.cell(), new CellEvent.Discard(e.attempt()));
      case Effect.SendStartRoot e -> {
        apply(node, e.root(), new CellEvent.Started(e.run(), e.epoch()));
        report(new Command.RootStarted(e.run(), machine.process()));
      }
      case Effect.SendCancel _ -> {}
      case Effect.SendDropJob e -> {
        carryOut(node, machine.dropRun(e.to(), e.run()));
        report(new Command.JobDropped(e.run(), machine.process()));
      }
    }
  }

  private void spawn(String node, CellId cell) {
    JobRun run = authority.cell(cell).orElseThrow().run();
    apply(node, cell, new CellEvent.Started(run, Epoch.FIRST));
    log(new Command.CellsStarted(process(node), cell));
  }

  private void node(String word, String node, CellId cell, String rest) {
    Epoch attempt = attempt(nodes.get(node).state(cell));
    apply(
        node,
        cell,
        switch (word) {
          case "safepoint" -> new CellEvent.SafepointReached(attempt, Bytes.utf8(rest));
          case "pinned" ->
              new CellEvent.CannotFreeze(attempt, new Refusal(Refusal.Kind.PINNED, rest));
          case "staged" -> new CellEvent.StageOk(attempt);
          case "full" ->
              new CellEvent.StageFailed(attempt, new Refusal(Refusal.Kind.NO_CAPACITY, "full"));
          case "ended" -> new CellEvent.TaskletEnded();
          case "taken" -> new CellEvent.ResultTaken();
          case "expired" -> new CellEvent.Expired();
          default -> throw new IllegalArgumentException("No such word: " + word);
        });
  }

  private static Epoch attempt(CellState state) {
    return switch (state) {
      case CellState.Freezing freezing -> freezing.attempt();
      case CellState.Frozen frozen -> frozen.attempt();
      case CellState.Staging staging -> staging.attempt();
      default -> Epoch.FIRST;
    };
  }

  private void apply(String node, CellId cell, CellEvent event) {
    carryOut(node, nodes.get(node).apply(cell, event));
  }

  private void carryOut(String node, List<CellEffect> effects) {
    NodeProcess self = process(node);
    for (CellEffect effect : effects) {
      CellId cell = effect.cell();
      switch (effect) {
        case CellEffect.SendTransfer e -> transfer(self, e);
        case CellEffect.SendStaged e -> report(new Command.Staged(self, cell, e.attempt(), now()));
        case CellEffect.SendRefused e ->
            report(new Command.Refused(self, cell, e.attempt(), e.refusal(), now()));
        case CellEffect.SendOrderDone e ->
            report(new Command.OrderDone(self, cell, e.order(), e.attempt()));
        case CellEffect.SendEnded e -> report(new Command.CellEnded(self, cell, e.epoch(), now()));
        default -> out.add("  " + node + " does: " + Brief.of(effect));
      }
    }
  }

  private void transfer(NodeProcess self, CellEffect.SendTransfer order) {
    JobRun run = nodes.get(self.node().name()).runOf(order.cell()).orElseThrow();
    String target = order.target().node().name();
    for (ImageChunk chunk : ImageChunk.split(order.image())) {
      CellEvent event = new CellEvent.TransferReceived(run, order.epoch(), order.attempt(), chunk);
      post(
          target + " <- Transfer " + order.cell() + " " + order.attempt() + " " + Brief.of(chunk),
          () -> apply(target, order.cell(), event));
    }
  }

  private void report(Command command) {
    post("authority <- " + Brief.of(command), () -> log(command));
  }

  private void show() {
    authority.nodes().forEach(node -> out.add(node.process() + " " + node.state()));
    authority
        .jobs()
        .forEach(
            job -> out.add("job " + job.run() + " " + job.state() + " " + Brief.of(job.outcome())));
    authority
        .cells()
        .forEach(cell ->
            out.add(
                "cell "
                    + cell.cell()
                    + " "
                    + cell.owner()
                    + " "
                    + cell.epoch()
                    + (cell.pending() == null ? "" : ", " + Brief.of(cell.pending()))));
    nodes.forEach((name, machine) ->
        machine
            .cells()
            .forEach((cell, state) ->
                out.add(machine.process() + " has " + cell + " " + Brief.of(state))));
    authority.redrive().forEach(effect -> out.add("owed: " + Brief.of(effect)));
  }
}
