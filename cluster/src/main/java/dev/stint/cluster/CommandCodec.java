package dev.stint.cluster;

import java.util.List;

/**
 * Commands as bytes, for the log: a version, a tag that never changes its meaning, the components
 * in order. A new kind of command gets a new tag; a changed one a new tag too.
 */
public final class CommandCodec {
  private static final int VERSION = 1;
  private static final int BATCH = 22;

  private CommandCodec() {}

  /** The command's bytes. */
  public static Bytes encode(Command command) {
    RecordWriter out = new RecordWriter();
    out.u8(VERSION);
    if (command instanceof Command.Batch batch) {
      out.u8(BATCH);
      out.list(batch.commands(), each -> write(out, each));
    } else {
      write(out, command);
    }
    return out.written();
  }

  /**
   * The command whose bytes these are.
   *
   * @throws MalformedRecordException if they are damaged or of a later version
   */
  public static Command decode(Bytes bytes) {
    return RecordReader.readAll(
        bytes,
        in -> {
          ValueCodec.expectVersion(in, VERSION, "command");
          int tag = in.u8();
          return tag == BATCH ? new Command.Batch(in.list(() -> read(in, in.u8()))) : read(in, tag);
        });
  }

  private static void write(RecordWriter out, Command command) {
    switch (command) {
      case Command.RegisterNode register -> {
        out.u8(1);
        out.node(register.node());
        out.text(register.processKey());
        out.text(register.address());
        out.texts(register.labels());
        out.i32(register.carriers());
        out.instant(register.at());
      }
      case Command.NodeGone gone -> {
        out.u8(2);
        out.process(gone.process());
        out.text(gone.why());
        out.instant(gone.at());
      }
      case Command.Cordon cordon -> node(out, 3, cordon.node());
      case Command.Uncordon uncordon -> node(out, 4, uncordon.node());
      case Command.Drain drain -> node(out, 5, drain.node());
      case Command.ForgetNode forget -> node(out, 6, forget.node());
      case Command.SubmitJob submit -> {
        out.u8(7);
        ValueCodec.write(out, submit.request());
        out.instant(submit.at());
      }
      case Command.StartJob start -> {
        out.u8(8);
        out.text(start.job().value());
        out.node(start.node());
        out.instant(start.at());
      }
      case Command.RootStarted started -> {
        out.u8(9);
        out.run(started.run());
        out.process(started.process());
      }
      case Command.CancelJob cancel -> {
        out.u8(10);
        out.text(cancel.job().value());
        out.bool(cancel.atOnce());
        out.text(cancel.why());
        out.instant(cancel.at());
      }
      case Command.JobEnded ended -> {
        out.u8(11);
        out.run(ended.run());
        out.process(ended.process());
        out.cell(ended.root());
        out.epoch(ended.epoch());
        ValueCodec.write(out, ended.outcome());
        out.instant(ended.at());
      }
      case Command.JobDropped dropped -> {
        out.u8(12);
        out.run(dropped.run());
        out.process(dropped.process());
      }
      case Command.ForgetJob forget -> {
        out.u8(13);
        out.text(forget.job().value());
      }
      case Command.Batch _ -> throw new IllegalArgumentException("A batch holds no batches");
      default -> writeOfCell(out, command);
    }
  }

  private static void node(RecordWriter out, int tag, NodeId node) {
    out.u8(tag);
    out.node(node);
  }

  private static void writeOfCell(RecordWriter out, Command command) {
    switch (command) {
      case Command.GrantCells grant -> {
        out.u8(14);
        out.process(grant.process());
        out.run(grant.run());
        out.i32(grant.count());
      }
      case Command.CellsStarted started -> {
        out.u8(15);
        out.process(started.process());
        out.cell(started.upTo());
      }
      case Command.CellEnded ended -> {
        out.u8(16);
        out.process(ended.process());
        out.cell(ended.cell());
        out.epoch(ended.epoch());
        out.instant(ended.at());
      }
      case Command.StartMove start -> {
        out.u8(17);
        out.list(start.cells(), out::cell);
        out.node(start.target());
        ValueCodec.write(out, start.reason());
        out.instant(start.at());
      }
      case Command.Staged staged -> {
        out.u8(18);
        out.process(staged.process());
        out.cell(staged.cell());
        out.epoch(staged.attempt());
        out.instant(staged.at());
      }
      case Command.Refused refused -> {
        out.u8(19);
        out.process(refused.process());
        out.cell(refused.cell());
        out.epoch(refused.attempt());
        ValueCodec.write(out, refused.refusal());
        out.instant(refused.at());
      }
      case Command.AbortMove abort -> {
        out.u8(20);
        out.cell(abort.cell());
        out.epoch(abort.attempt());
        out.text(abort.why());
        out.instant(abort.at());
      }
      case Command.OrderDone done -> {
        out.u8(21);
        out.process(done.process());
        out.cell(done.cell());
        out.constant(done.order());
        out.epoch(done.attempt());
      }
      default -> throw new IllegalArgumentException("No tag for " + command);
    }
  }

  private static Command read(RecordReader in, int tag) {
    return switch (tag) {
      case 1 ->
          new Command.RegisterNode(
              in.node(), in.text(), in.text(), in.texts(), in.i32(), in.instant());
      case 2 -> new Command.NodeGone(in.process(), in.text(), in.instant());
      case 3 -> new Command.Cordon(in.node());
      case 4 -> new Command.Uncordon(in.node());
      case 5 -> new Command.Drain(in.node());
      case 6 -> new Command.ForgetNode(in.node());
      case 7 -> new Command.SubmitJob(ValueCodec.readRequest(in), in.instant());
      case 8 -> new Command.StartJob(new JobId(in.text()), in.node(), in.instant());
      case 9 -> new Command.RootStarted(in.run(), in.process());
      case 10 -> new Command.CancelJob(new JobId(in.text()), in.bool(), in.text(), in.instant());
      case 11 ->
          new Command.JobEnded(
              in.run(),
              in.process(),
              in.cell(),
              in.epoch(),
              ValueCodec.readOutcome(in),
              in.instant());
      case 12 -> new Command.JobDropped(in.run(), in.process());
      case 13 -> new Command.ForgetJob(new JobId(in.text()));
      default -> readOfCell(in, tag);
    };
  }

  private static Command readOfCell(RecordReader in, int tag) {
    return switch (tag) {
      case 14 -> new Command.GrantCells(in.process(), in.run(), in.i32());
      case 15 -> new Command.CellsStarted(in.process(), in.cell());
      case 16 -> new Command.CellEnded(in.process(), in.cell(), in.epoch(), in.instant());
      case 17 -> {
        List<CellId> cells = in.list(in::cell);
        yield new Command.StartMove(cells, in.node(), ValueCodec.readReason(in), in.instant());
      }
      case 18 -> new Command.Staged(in.process(), in.cell(), in.epoch(), in.instant());
      case 19 ->
          new Command.Refused(
              in.process(), in.cell(), in.epoch(), ValueCodec.readRefusal(in), in.instant());
      case 20 -> new Command.AbortMove(in.cell(), in.epoch(), in.text(), in.instant());
      case 21 ->
          new Command.OrderDone(in.process(), in.cell(), in.constant(OrderKind.class), in.epoch());
      default -> throw ValueCodec.unknown("command", tag);
    };
  }
}
