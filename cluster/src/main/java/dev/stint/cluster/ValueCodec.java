package dev.stint.cluster;

/** The values that both commands and snapshots hold, as bytes. */
final class ValueCodec {
  private ValueCodec() {}

  static void write(RecordWriter out, JobRequest value) {
    out.text(value.id().value());
    out.text(value.name());
    out.digest(value.bundle());
    out.digest(value.entry());
    out.texts(value.spec());
    out.optional(value.idempotencyKey(), out::text);
    out.i32(value.restartsOnLoss());
  }

  static JobRequest readRequest(RecordReader in) {
    return new JobRequest(
        new JobId(in.text()),
        in.text(),
        in.digest(),
        in.digest(),
        in.texts(),
        in.optional(in::text),
        in.i32());
  }

  static void write(RecordWriter out, Payload value) {
    switch (value) {
      case Payload.None _ -> out.u8(0);
      case Payload.Inline inline -> {
        out.u8(1);
        out.bytes(inline.bytes());
      }
      case Payload.Stored stored -> {
        out.u8(2);
        out.digest(stored.digest());
        out.i64(stored.length());
      }
    }
  }

  static Payload readPayload(RecordReader in) {
    int tag = in.u8();
    return switch (tag) {
      case 0 -> new Payload.None();
      case 1 -> new Payload.Inline(in.bytes());
      case 2 -> new Payload.Stored(in.digest(), in.i64());
      default -> throw unknown("payload", tag);
    };
  }

  static void write(RecordWriter out, JobOutcome value) {
    switch (value) {
      case JobOutcome.Done done -> {
        out.u8(0);
        write(out, done.result());
        out.i32(done.exitStatus());
      }
      case JobOutcome.Failed failed -> {
        out.u8(1);
        out.text(failed.text());
        write(out, failed.failure());
        out.i32(failed.exitStatus());
      }
      case JobOutcome.Cancelled cancelled -> {
        out.u8(2);
        out.text(cancelled.text());
      }
      case JobOutcome.Lost lost -> {
        out.u8(3);
        out.text(lost.text());
      }
    }
  }

  static JobOutcome readOutcome(RecordReader in) {
    int tag = in.u8();
    return switch (tag) {
      case 0 -> new JobOutcome.Done(readPayload(in), in.i32());
      case 1 -> new JobOutcome.Failed(in.text(), readPayload(in), in.i32());
      case 2 -> new JobOutcome.Cancelled(in.text());
      case 3 -> new JobOutcome.Lost(in.text());
      default -> throw unknown("outcome", tag);
    };
  }

  static void write(RecordWriter out, MoveReason value) {
    out.constant(value.kind());
    out.text(value.text());
  }

  static MoveReason readReason(RecordReader in) {
    return new MoveReason(in.constant(MoveReason.Kind.class), in.text());
  }

  static void write(RecordWriter out, Refusal value) {
    out.constant(value.kind());
    out.text(value.detail());
  }

  static Refusal readRefusal(RecordReader in) {
    return new Refusal(in.constant(Refusal.Kind.class), in.text());
  }

  static void write(RecordWriter out, MoveView value) {
    out.i64(value.number());
    out.cell(value.cell());
    out.run(value.run());
    out.process(value.from());
    out.process(value.to());
    out.epoch(value.epoch());
    out.epoch(value.attempt());
    write(out, value.reason());
    out.constant(value.outcome());
    out.text(value.detail());
    out.instant(value.startedAt());
    out.optional(value.endedAt(), out::instant);
  }

  static MoveView readMove(RecordReader in) {
    return new MoveView(
        in.i64(),
        in.cell(),
        in.run(),
        in.process(),
        in.process(),
        in.epoch(),
        in.epoch(),
        readReason(in),
        in.constant(MoveView.Outcome.class),
        in.text(),
        in.instant(),
        in.optional(in::instant));
  }

  static MalformedRecordException unknown(String what, int tag) {
    return new MalformedRecordException(
        "Unknown kind " + tag + " of " + what + "; it may come from a later version");
  }

  /** Reads a version byte and refuses any other. */
  static void expectVersion(RecordReader in, int version, String what) {
    int found = in.u8();
    if (found != version) {
      throw new MalformedRecordException(
          "A " + what + " of version " + found + "; this coordinator reads version " + version);
    }
  }
}
