package dev.stint.coordinator;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stint.cluster.Answer;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellView;
import dev.stint.cluster.Command;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.MoveReason;
import dev.stint.cluster.MoveView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.CellEndAck;
import dev.stint.proto.CellLoad;
import dev.stint.proto.CellsCreated;
import dev.stint.proto.CellsCreatedAck;
import dev.stint.proto.CellsGranted;
import dev.stint.proto.CellsRequest;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.DrainProgress;
import dev.stint.proto.Drained;
import dev.stint.proto.Heartbeat;
import dev.stint.proto.Located;
import dev.stint.proto.MoveAnswer;
import dev.stint.proto.MoveRequest;
import dev.stint.proto.NodeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what nodes say into commands and answers. On the loop, except where it says otherwise. */
final class NodeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(NodeDesk.class);

  private final CoordinatorCore core;

  NodeDesk(CoordinatorCore core) {
    this.core = core;
  }

  /** A process that was welcomed says something. */
  void take(NodeProcess process, NodeLink link, NodeMessage message) {
    core.sessions.heard(process);
    switch (message.getKindCase()) {
      case HEARTBEAT -> heartbeat(process, message.getHeartbeat());
      case CELLS_REQUEST -> cellsRequest(process, link, message.getCellsRequest());
      case CELLS_CREATED -> cellsCreated(process, link, message.getCellsCreated());
      case STAGED -> {
        var it = message.getStaged();
        propose(
            new Command.Staged(
                process, new CellId(it.getCell()), new Epoch(it.getAttempt()), core.clock.now()));
      }
      case REFUSED -> {
        var it = message.getRefused();
        propose(
            new Command.Refused(
                process,
                new CellId(it.getCell()),
                new Epoch(it.getAttempt()),
                Wire.refusal(it),
                core.clock.now()));
      }
      case ORDER_DONE -> {
        var it = message.getOrderDone();
        propose(
            new Command.OrderDone(
                process,
                new CellId(it.getCell()),
                Wire.order(it.getOrder()),
                new Epoch(it.getAttempt())));
      }
      case ROOT_STARTED -> {
        var it = message.getRootStarted();
        propose(new Command.RootStarted(Wire.run(it.getJobId(), it.getRun()), process));
      }
      case JOB_DROPPED -> {
        var it = message.getJobDropped();
        propose(new Command.JobDropped(Wire.run(it.getJobId(), it.getRun()), process));
      }
      case CELL_ENDED -> {
        var it = message.getCellEnded();
        long cell = it.getCell();
        core.log
            .propose(
                new Command.CellEnded(
                    process, new CellId(cell), new Epoch(it.getEpoch()), core.clock.now()))
            .thenAccept(_ -> link.send(cellEndAck(cell)));
      }
      case JOB_REPORT -> core.reports.take(process, link, message.getJobReport());
      case PROGRESS -> {
        var it = message.getProgress();
        core.jobViews.progress(Names.job(it.getJobId()), it.getProgress());
      }
      case MOVE_REQUEST -> moveRequest(process, link, message.getMoveRequest());
      case LOCATE -> locate(link, message.getLocate().getCell());
      case ANSWER -> core.queries.answered(message.getAnswer());
      case DRAIN_ME -> drainMe(process, link, message.getDrainMe().getDeadlineMillis());
      case MAP_REQUEST -> core.grid.answer(message.getMapRequest(), link);
      case INPUT_REQUEST -> {
        var it = message.getInputRequest();
        core.inputs.ask(Names.job(it.getJobId()), it.getOffset(), link);
      }
      case OUTPUT, HELLO, KIND_NOT_SET ->
          LOG.warn("{} said {}, which is not expected here", process, message.getKindCase());
    }
  }

  @CanIgnoreReturnValue
  private CompletableFuture<Answer> propose(Command command) {
    return core.log
        .propose(command)
        .whenComplete((answer, failure) -> {
          if (failure != null) {
            LOG.warn("not recorded, the node will repeat it: {}", failure.getMessage());
          } else if (answer instanceof Answer.Refusing refusal) {
            LOG.debug("refused: {}: {}", command, refusal.text());
          }
        });
  }

  private void heartbeat(NodeProcess process, Heartbeat load) {
    core.sessions.heard(process, load);
    core.grid.show(process.node().name(), load);
    for (CellLoad cell : load.getCellsList()) {
      if (!cell.getJobId().isEmpty()) {
        core.jobViews.cpu(Names.job(cell.getJobId()), cell.getCell(), cell.getCpuNanos());
      }
    }
  }

  private void cellsRequest(NodeProcess process, NodeLink link, CellsRequest request) {
    JobRun run = Wire.run(request.getJobId(), request.getRun());
    int count = Math.clamp(request.getCount(), 1, dev.stint.cluster.CellRange.MAX_COUNT);
    core.log
        .propose(new Command.GrantCells(process, run, count))
        .thenAccept(answer -> {
          if (answer instanceof Answer.Granted granted) {
            link.send(
                CoordinatorMessage.newBuilder()
                    .setCellsGranted(
                        CellsGranted.newBuilder()
                            .setFirst(granted.range().first().number())
                            .setCount(granted.range().count())
                            .setJobId(run.job().value())
                            .setRun(run.run()))
                    .build());
          }
        });
  }

  /** Cells of a range are taken in ascending order, so the last of a row stands for the row. */
  private void cellsCreated(NodeProcess process, NodeLink link, CellsCreated created) {
    TreeSet<Long> numbers = new TreeSet<>(created.getCellsList());
    List<Command> started =
        numbers.stream()
            .filter(number -> !numbers.contains(number + 1))
            .<Command>map(number -> new Command.CellsStarted(process, new CellId(number)))
            .toList();
    CompletableFuture<?>[] batches =
        IntStream.iterate(0, from -> from < started.size(), from -> from + Command.MAX_BATCH)
            .mapToObj(
                from -> started.subList(from, Math.min(started.size(), from + Command.MAX_BATCH)))
            .map(batch -> propose(new Command.Batch(batch)))
            .toArray(CompletableFuture<?>[]::new);
    if (created.getAgain()) {
      CompletableFuture.allOf(batches).thenAccept(_ -> link.send(cellsCreatedAck(created)));
    } else {
      core.jobViews.started(Names.job(created.getJobId()), numbers.size());
    }
  }

  private static CoordinatorMessage cellsCreatedAck(CellsCreated created) {
    return CoordinatorMessage.newBuilder()
        .setCellsCreatedAck(
            CellsCreatedAck.newBuilder()
                .setJobId(created.getJobId())
                .addAllCells(created.getCellsList()))
        .build();
  }

  private void moveRequest(NodeProcess process, NodeLink link, MoveRequest request) {
    CellId cell = new CellId(request.getCell());
    Optional<CellView> known = core.authority.read(machine -> machine.cell(cell));
    if (known.filter(view -> view.owner().equals(process)).isEmpty()) {
      answerMove(link, cell, "the coordinator does not know the cell on this node");
      return;
    }
    Optional<NodeId> target = core.targetFor(known.get(), request.getTarget());
    if (target.isEmpty()) {
      answerMove(link, cell, "there is no other node that is up");
      return;
    }
    MoveReason reason = new MoveReason(MoveReason.Kind.SELF, "the tasklet asked for it");
    core.mover
        .move(cell, target.get(), reason)
        .whenComplete((move, failure) -> {
          if (failure != null) {
            answerMove(link, cell, CoordinatorCore.messageOf(failure));
          } else if (move != null && move.outcome() == MoveView.Outcome.ABORTED) {
            answerMove(link, cell, move.detail());
          }
          // A committed move needs no answer: the tasklet is on its target.
        });
  }

  private static void answerMove(NodeLink link, CellId cell, String refusal) {
    link.send(
        CoordinatorMessage.newBuilder()
            .setMoveAnswer(
                MoveAnswer.newBuilder()
                    .setCell(cell.number())
                    .setAccepted(refusal.isEmpty())
                    .setReason(refusal))
            .build());
  }

  private void locate(NodeLink link, long cell) {
    Located.Builder located = Located.newBuilder().setCell(cell);
    core.authority
        .read(machine ->
            machine
                .cell(new CellId(cell))
                .flatMap(view ->
                    machine
                        .node(view.owner().node())
                        .map(node -> Wire.peer(view.owner(), node.address()))))
        .ifPresent(located::setOwner);
    link.send(CoordinatorMessage.newBuilder().setLocated(located).build());
  }

  private void drainMe(NodeProcess process, NodeLink link, long deadlineMillis) {
    Consumer<DrainProgress> watcher =
        progress -> {
          if (progress.getFinished()) {
            link.send(drained(progress));
          }
        };
    CompletableFuture<@Nullable Void> begun =
        core.drainer.drain(process.node(), Duration.ofMillis(deadlineMillis), watcher);
    begun.whenComplete((_, failure) -> {
      if (failure != null) {
        LOG.warn("{} cannot be drained: {}", process, CoordinatorCore.messageOf(failure));
      }
    });
  }

  private static CoordinatorMessage drained(DrainProgress progress) {
    return CoordinatorMessage.newBuilder()
        .setDrained(
            Drained.newBuilder()
                .setMoved(progress.getMoved())
                .setPinned(progress.getLeft())
                .setLost(progress.getLost()))
        .build();
  }

  private static CoordinatorMessage cellEndAck(long cell) {
    return CoordinatorMessage.newBuilder()
        .setCellEndAck(CellEndAck.newBuilder().setCell(cell))
        .build();
  }
}
