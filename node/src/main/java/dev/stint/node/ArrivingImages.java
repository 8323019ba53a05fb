package dev.stint.node;

import dev.stint.cluster.CellEffect;
import dev.stint.cluster.CellEvent;
import dev.stint.cluster.CellId;
import dev.stint.cluster.CellState;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.NodeMachine;
import dev.stint.cluster.Refusal;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The target's part of a move before the commit: takes images in, as far as there is room, and
 * checks those that are whole. Owned by the loop.
 */
final class ArrivingImages {
  /** Which part of the heap is for images that arrive. */
  private static final int HEAP_SHARE = 2;

  /** Most bytes for images that arrive, however large the heap is. */
  static final long MAX_IMAGES = 2L << 30;

  private final NodeMachine machine;
  private final Transfers transfers;
  private final Function<CellId, @Nullable HostedJob> jobs;
  private final BiConsumer<CellId, CellEvent> events;
  private final ImageQuota quota =
      new ImageQuota(Math.min(MAX_IMAGES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));

  /**
   * No images yet.
   *
   * @param jobs the job of a cell that is known here, or null
   * @param events takes what happens to cells
   */
  ArrivingImages(
      NodeMachine machine,
      Transfers transfers,
      Function<CellId, @Nullable HostedJob> jobs,
      BiConsumer<CellId, CellEvent> events) {
    this.machine = machine;
    this.transfers = transfers;
    this.jobs = jobs;
    this.events = events;
  }

  /** A piece of an image has come from another node. */
  void arrived(JobRun run, TransferChunk chunk, Consumer<TransferAnswer> answers) {
    CellId cell = new CellId(chunk.getCell());
    Epoch attempt = new Epoch(chunk.getAttempt());
    if (chunk.getOffset() == 0) {
      quota.take(cell, attempt, chunk.getTotalBytes());
    }
    events.accept(
        cell,
        new CellEvent.TransferReceived(
            run, new Epoch(chunk.getEpoch()), attempt, transfers.received(chunk, answers)));
    if (!quota.holds(cell, attempt)) {
      fail(cell, attempt, Refusal.Kind.NO_CAPACITY, quota.toString());
    }
    if (machine.state(cell) instanceof CellState.Staged staged
        && staged.attempt().equals(attempt)) {
      transfers.answer(cell, attempt, "");
    }
  }

  /** Something may have happened to a cell: what began to run or has gone needs no room here. */
  void changed(CellId cell) {
    CellState state = machine.state(cell);
    if (!(state instanceof CellState.Staging) && !(state instanceof CellState.Staged)) {
      quota.release(cell);
    }
  }

  /** Looks whether a whole image can be taken. */
  void check(CellEffect.CheckImage order) {
    CellId cell = order.cell();
    Epoch attempt = order.attempt();
    if (!quota.holds(cell, attempt)) {
      fail(cell, attempt, Refusal.Kind.NO_CAPACITY, quota.toString());
      return;
    }
    HostedJob job = jobs.apply(cell);
    if (job == null || !transfers.isIntact(cell, attempt, order.image())) {
      fail(cell, attempt, Refusal.Kind.BAD_IMAGE, "the image arrived damaged");
      return;
    }
    try {
      CellEnvelope.decode(order.image().toByteArray());
    } catch (IllegalArgumentException e) {
      fail(cell, attempt, Refusal.Kind.BAD_IMAGE, String.valueOf(e.getMessage()));
      return;
    }
    job.whenOpened(opened -> {
      switch (opened) {
        case HostedJob.Opened.Ready _ -> {
          events.accept(cell, new CellEvent.StageOk(attempt));
          transfers.answer(cell, attempt, "");
        }
        case HostedJob.Opened.Broken broken ->
            fail(
                cell, attempt, Refusal.Kind.BAD_IMAGE, String.valueOf(broken.cause().getMessage()));
      }
    });
  }

  private void fail(CellId cell, Epoch attempt, Refusal.Kind kind, String why) {
    events.accept(cell, new CellEvent.StageFailed(attempt, new Refusal(kind, why)));
  }
}
