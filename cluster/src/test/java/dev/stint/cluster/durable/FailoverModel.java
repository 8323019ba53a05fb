package dev.stint.cluster.durable;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.durable.World.Attempt;
import dev.stint.cluster.durable.World.Authority;
import dev.stint.cluster.durable.World.Message;
import dev.stint.cluster.durable.World.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every way that a cell can fail over, one world leading to the next: each message may be lost,
 * doubled, late and out of order, each node may crash between any two steps, with what it had sent
 * or without, and a node that lives may be taken for dead. The machines are the real ones.
 */
final class FailoverModel {
  /** A promise was broken. */
  static final class Violation extends AssertionError {
    private static final long serialVersionUID = 1;

    Violation(String what) {
      super(what);
    }
  }

  private static final NodeProcess TAKER = NodeProcess.of("taker", 1);
  private static final NodeProcess AUTHORITY = NodeProcess.of("authority", 1);
  private static final NodeProcess FIRST_OWNER = NodeProcess.of("a", 1);
  private static final NodeProcess FIRST_BACKUP = NodeProcess.of("b", 1);
  private static final NodeProcess THIRD = NodeProcess.of("c", 1);

  private final OwnerMachine owners;
  private final BackupMachine backups;
  private final int outputs;

  FailoverModel(DurabilityRules rules, int outputs) {
    this.owners = new OwnerMachine(rules);
    this.backups = new BackupMachine(rules);
    this.outputs = outputs;
  }

  /** A cell that has just been granted, its first record already on the backup. */
  World start(int faults, int retries) {
    TreeMap<NodeProcess, Node> nodes = new TreeMap<>();
    List.of(FIRST_OWNER, FIRST_BACKUP, THIRD).forEach(process -> nodes.put(process, Node.FRESH));
    Authority authority =
        new Authority(FIRST_OWNER, FIRST_BACKUP, Epoch.FIRST, null, Epoch.FIRST, Set.of());
    World empty = new World(nodes, authority, Set.of(), List.of(), faults, retries);
    World world =
        owner(
            empty,
            FIRST_OWNER,
            new OwnerEvent.Granted(Epoch.FIRST, FIRST_BACKUP, Bytes.utf8("start")));
    for (int i = 0; i < 2; i++) { // StageAppend, then its ack
      for (Message message : world.sent()) {
        world = deliver(world, message);
      }
    }
    return world;
  }

  boolean isDone(World world) {
    return world.taken().size() == outputs;
  }

  /** All worlds that may come next. */
  Set<World> next(World world) {
    Set<World> next = new HashSet<>();
    world.nodes().forEach((process, node) -> next.add(step(world, process, node)));
    world.sent().forEach(message -> next.add(deliver(world, message)));
    authority(world, next);
    if (world.faults() > 0) {
      faults(world, next);
    }
    join(world, next);
    next.remove(world);
    return next;
  }

  /** Where too few are left to hold a cell and its records, a new process comes. */
  private static void join(World world, Set<World> next) {
    if (world.nodes().keySet().stream().filter(world::isUp).count() < 2) {
      int life = world.authority().fenced().size();
      next.add(world.with(NodeProcess.of("d", life), Node.FRESH));
    }
  }

  // ---- what goes wrong

  /** The backup is spared: a cell whose owner and backup both go is lost, as it says. */
  private static void faults(World world, Set<World> next) {
    for (NodeProcess process : world.nodes().keySet()) {
      if (!process.equals(world.authority().backup())) {
        next.add(fence(world.faulty().without(process, true), process));
        next.add(fence(world.faulty().without(process, false), process));
        if (world.isUp(process)) {
          next.add(fence(world.faulty(), process));
        }
      }
    }
  }

  private static World fence(World world, NodeProcess process) {
    Authority it = world.authority();
    Set<NodeProcess> fenced = new TreeSet<>(it.fenced());
    fenced.add(process);
    return world.knowing(
        new Authority(it.owner(), it.backup(), it.epoch(), it.pending(), it.lastAttempt(), fenced));
  }

  // ---- the authority

  private static void authority(World world, Set<World> next) {
    Authority it = world.authority();
    if (!it.fenced().contains(it.owner())) {
      return;
    }
    Attempt pending = it.pending();
    boolean over =
        pending == null || !world.isUp(pending.target()) || !world.isUp(pending.backup());
    if (!over && world.retries() == 0) {
      return;
    }
    World from = over ? world : world.givingUp();
    for (NodeProcess target : world.nodes().keySet()) {
      for (NodeProcess backup : world.nodes().keySet()) {
        if (!target.equals(backup) && world.isUp(target) && world.isUp(backup)) {
          next.add(attempt(from, target, backup));
        }
      }
    }
  }

  private static World attempt(World world, NodeProcess target, NodeProcess backup) {
    Authority it = world.authority();
    Epoch epoch = it.lastAttempt().next();
    BackupEvent order = new BackupEvent.SealAndSend(it.epoch(), epoch, target, backup);
    return world
        .knowing(
            new Authority(
                it.owner(),
                it.backup(),
                it.epoch(),
                new Attempt(epoch, target, backup),
                epoch,
                it.fenced()))
        .sending(List.of(new Message(null, it.backup(), order)));
  }

  private static World staged(World world, Epoch epoch) {
    Authority it = world.authority();
    Attempt pending = it.pending();
    if (pending == null
        || !pending.epoch().equals(epoch)
        || it.fenced().contains(pending.target())
        || it.fenced().contains(pending.backup())) {
      return world;
    }
    return world
        .knowing(
            new Authority(
                pending.target(), pending.backup(), epoch, null, it.lastAttempt(), it.fenced()))
        .sending(
            List.of(
                new Message(null, pending.target(), new OwnerEvent.Activated(epoch)),
                new Message(null, it.backup(), new BackupEvent.Trim(epoch))));
  }

  // ---- the nodes

  /** A step's output names its owner's epoch: what is done twice differs. */
  private World step(World world, NodeProcess process, Node node) {
    if (!(node.owner() instanceof OwnerState.Owning it)
        || it.latest().outputs() == outputs
        || it.latest().version() > it.committed() + 1) {
      return world;
    }
    Bytes output = Bytes.utf8(it.epoch().toString());
    Bytes image = Bytes.utf8(it.latest().image().toUtf8() + " " + output.toUtf8());
    return owner(world, process, new OwnerEvent.Stepped(image, List.of(output)));
  }

  private World deliver(World world, Message message) {
    return switch (message.content()) {
      case OwnerEvent event -> owner(world, message.to(), event);
      case BackupEvent event -> backup(world, message.to(), event);
      case World.Staged staged -> staged(world, staged.attempt());
      case World.Sent sent -> take(world, Objects.requireNonNull(message.from()), sent);
      default -> throw new IllegalStateException("Nobody understands " + message);
    };
  }

  private static World take(World world, NodeProcess from, World.Sent sent) {
    Output output = sent.output();
    int known = world.taken().size();
    if (output.number() > known + 1) {
      return world;
    }
    World taken = world;
    if (output.number() == known + 1) {
      taken = world.taking(output);
    } else if (!world.taken().get((int) output.number() - 1).equals(output)) {
      throw new Violation("two outputs for one step: " + output + " after " + world.taken());
    }
    return taken.sending(
        List.of(new Message(null, from, new OwnerEvent.Taken(taken.taken().size()))));
  }

  private World owner(World world, NodeProcess process, OwnerEvent event) {
    Node node = world.nodes().get(process);
    if (node == null) {
      return world;
    }
    OwnerMachine.Step step = owners.step(node.owner(), event);
    if (step.state() instanceof OwnerState.Owning now
        && !(node.owner() instanceof OwnerState.Owning)
        // One that was fenced before its order to run came may be behind, and has no effect.
        && now.epoch().equals(world.authority().epoch())) {
      nothingIsMissing(world, now);
    }
    List<Message> messages = new ArrayList<>();
    for (OwnerEffect effect : step.effects()) {
      say(messages, process, effect);
    }
    return world.with(process, new Node(step.state(), node.backup())).sending(messages);
  }

  /** What was not taken is in the new owner's outbox: nobody else is left to send it. */
  private static void nothingIsMissing(World world, OwnerState.Owning now) {
    StepRecord record = now.latest();
    if (record.outputs() < world.taken().size()) {
      throw new Violation("steps whose outputs were taken are undone: " + now);
    }
    for (long number = world.taken().size() + 1; number <= record.outputs(); number++) {
      long wanted = number;
      if (record.outbox().stream().noneMatch(output -> output.number() == wanted)) {
        throw new Violation("output " + number + " is lost: " + now);
      }
    }
  }

  private static void say(List<Message> messages, NodeProcess from, OwnerEffect effect) {
    switch (effect) {
      case OwnerEffect.SendStageAppend it ->
          messages.add(
              new Message(
                  from, it.backup(), new BackupEvent.StageAppend(from, it.epoch(), it.record())));
      case OwnerEffect.SendAppend it ->
          messages.add(
              new Message(
                  from, it.backup(), new BackupEvent.Append(from, it.epoch(), it.record())));
      case OwnerEffect.SendStaged it ->
          messages.add(new Message(from, AUTHORITY, new World.Staged(it.attempt())));
      case OwnerEffect.Release it ->
          it.outputs()
              .forEach(output -> messages.add(new Message(from, TAKER, new World.Sent(output))));
      case OwnerEffect.ThawAndRun _, OwnerEffect.StopTasklets _ -> {
        // The model's cell is its image.
      }
    }
  }

  private World backup(World world, NodeProcess process, BackupEvent event) {
    Node node = world.nodes().get(process);
    if (node == null) {
      return world;
    }
    BackupMachine.Step step = backups.step(node.backup(), event);
    List<Message> messages = new ArrayList<>();
    for (BackupEffect effect : step.effects()) {
      if (effect instanceof BackupEffect.SendMissing it) {
        isOver(world, it);
      } else {
        messages.add(said(process, effect));
      }
    }
    return world.with(process, new Node(node.owner(), step.state())).sending(messages);
  }

  /** What the authority still counts on must be there; a late order may ask for what is over. */
  private static void isOver(World world, BackupEffect.SendMissing missing) {
    if (missing.epoch().equals(world.authority().epoch())) {
      throw new Violation("the backup has lost the cell: " + missing);
    }
  }

  private static Message said(NodeProcess from, BackupEffect effect) {
    return switch (effect) {
      case BackupEffect.SendStageAck it ->
          new Message(from, it.to(), new OwnerEvent.StageAcked(it.epoch(), from));
      case BackupEffect.SendAppendAck it ->
          new Message(from, it.to(), new OwnerEvent.Appended(it.epoch(), it.version()));
      case BackupEffect.SendRefused it ->
          new Message(from, it.to(), new OwnerEvent.Refused(it.epoch()));
      case BackupEffect.SendTransfer it ->
          new Message(
              from,
              it.target(),
              new OwnerEvent.Transferred(it.attempt(), it.backup(), it.record()));
      case BackupEffect.SendMissing it -> throw new IllegalArgumentException("" + it);
    };
  }
}
