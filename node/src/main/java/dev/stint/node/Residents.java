package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.NodeMachine;
import dev.stint.proto.CellMessage;
import dev.stint.proto.NodeRef;
import dev.stint.runtime.JobRuntime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The cells of this node as messages find them. Owned by the loop. */
final class Residents implements LocalCells {
  private final NodeMachine machine;
  private final JobTable jobs;
  private final JobEnds ends;
  private final Predicate<CellId> arriving;

  Residents(NodeMachine machine, JobTable jobs, JobEnds ends, Predicate<CellId> arriving) {
    this.machine = machine;
    this.jobs = jobs;
    this.ends = ends;
    this.arriving = arriving;
  }

  /** The job of a cell that is known here, or null. */
  @Nullable HostedJob jobOf(CellId cell) {
    return machine.runOf(cell).map(jobs::get).orElse(null);
  }

  @Override
  public Delivery deliver(CellMessage message) {
    CellId to = new CellId(message.getToCell());
    return switch (machine.state(to)) {
      case CellState.Live live -> handOver(to, live.epoch(), message);
      case CellState.Freezing freezing -> handOver(to, freezing.epoch(), message);
      case CellState.Frozen _ -> Delivery.NOT_NOW;
      case CellState.Staging _ -> Delivery.NOT_NOW;
      case CellState.Staged _ -> Delivery.NOT_NOW;
      case CellState.Absent _ -> Delivery.ABSENT;
      case CellState.Released _ -> Delivery.ABSENT;
      case CellState.Ended _ -> Delivery.ABSENT;
    };
  }

  private Delivery handOver(CellId to, Epoch epoch, CellMessage message) {
    HostedJob job = jobOf(to);
    JobRuntime runtime = job == null ? null : job.runtime();
    if (job == null || runtime == null || arriving.test(to)) {
      return Delivery.NOT_NOW;
    }
    if (message.hasJobEnd()) {
      ends.reportedElsewhere(job, to, epoch, message.getJobEnd());
      return Delivery.TAKEN;
    }
    boolean taken =
        runtime.deliver(
            new dev.stint.runtime.CellId(message.getFromCell()),
            Cells.toRuntime(to),
            message.getPayload().toByteArray());
    return taken ? Delivery.TAKEN : Delivery.NOT_NOW;
  }

  @Override
  public void peerMoved(CellId cell) {
    jobs.all()
        .forEach(job -> {
          JobRuntime runtime = job.runtime();
          if (runtime != null) {
            runtime.peerMoved(Cells.toRuntime(cell));
          }
        });
  }

  @Override
  public boolean isThisNode(NodeRef node) {
    return node.getName().equals(machine.process().node().name())
        && node.getIncarnation() == machine.process().incarnation().number();
  }
}
