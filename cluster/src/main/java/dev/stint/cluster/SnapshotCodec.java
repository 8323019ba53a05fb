package dev.stint.cluster;

import java.util.TreeSet;

/** The authority's whole state as bytes: equal states give equal bytes. */
final class SnapshotCodec {
  private static final int VERSION = 2;

  /** Without the hosts of jobs. */
  private static final int FIRST_VERSION = 1;

  private SnapshotCodec() {}

  static Bytes encode(AuthorityState state) {
    RecordWriter out = new RecordWriter();
    out.u8(VERSION);
    out.i64(state.nextIncarnation);
    out.i64(state.nextCell);
    out.i64(state.nextMove);
    out.list(state.nodes.values(), node -> write(out, node));
    out.list(
        state.formerKeys.entrySet(),
        entry -> {
          out.node(entry.getKey());
          out.list(entry.getValue(), out::text);
        });
    out.list(state.jobs.values(), job -> write(out, job));
    out.list(
        state.idempotencyKeys.entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.text(entry.getValue().value());
        });
    out.list(state.cells.values(), record -> write(out, record));
    out.list(state.grants.values(), grant -> write(out, grant));
    out.list(state.debts.values(), owed -> out.list(owed, debt -> write(out, debt)));
    out.list(
        state.dropping.entrySet(),
        entry -> {
          out.run(entry.getKey());
          out.list(entry.getValue(), out::process);
        });
    out.list(state.recentMoves, move -> ValueCodec.write(out, move));
    return out.written();
  }

  static AuthorityState decode(Bytes bytes) {
    return RecordReader.readAll(bytes, SnapshotCodec::read);
  }

  private static AuthorityState read(RecordReader in) {
    int version = in.u8();
    if (version != FIRST_VERSION && version != VERSION) {
      throw new MalformedRecordException(
          "A snapshot of version " + version + "; this coordinator reads up to " + VERSION);
    }
    AuthorityState state = new AuthorityState();
    state.nextIncarnation = in.i64();
    state.nextCell = in.i64();
    state.nextMove = in.i64();
    in.list(() -> readNode(in)).forEach(node -> state.nodes.put(node.id(), node));
    in.each(() -> state.formerKeys.put(in.node(), in.list(in::text)));
    in.list(() -> readJob(in, version)).forEach(job -> state.jobs.put(job.request.id(), job));
    in.each(() -> state.idempotencyKeys.put(in.text(), new JobId(in.text())));
    in.list(() -> readCell(in)).forEach(record -> state.cells.put(record.cell, record));
    in.list(() -> readGrant(in)).forEach(grant -> state.grants.put(grant.range.first(), grant));
    in.list(() -> in.list(() -> readDebt(in))).forEach(owed -> owed.forEach(state::owe));
    in.each(() -> state.dropping.put(in.run(), new TreeSet<>(in.list(in::process))));
    state.recentMoves.addAll(in.list(() -> ValueCodec.readMove(in)));
    return state;
  }

  private static void write(RecordWriter out, NodeView node) {
    out.process(node.process());
    out.text(node.processKey());
    out.text(node.address());
    out.texts(node.labels());
    out.i32(node.carriers());
    out.constant(node.state());
    out.text(node.why());
    out.instant(node.since());
  }

  private static NodeView readNode(RecordReader in) {
    return new NodeView(
        in.process(),
        in.text(),
        in.text(),
        in.texts(),
        in.i32(),
        in.constant(NodeState.class),
        in.text(),
        in.instant());
  }

  private static void write(RecordWriter out, JobRecord job) {
    ValueCodec.write(out, job.request);
    out.instant(job.submittedAt);
    out.constant(job.state);
    out.i32(job.run.run());
    out.optional(job.root, out::cell);
    out.bool(job.rootStarted);
    out.optional(job.cancelReason, out::text);
    out.optional(job.outcome, outcome -> ValueCodec.write(out, outcome));
    out.optional(job.startedAt, out::instant);
    out.optional(job.endedAt, out::instant);
    out.list(job.hosts, out::process);
  }

  private static JobRecord readJob(RecordReader in, int version) {
    JobRecord job = new JobRecord(ValueCodec.readRequest(in), in.instant());
    job.state = in.constant(JobState.class);
    job.run = new JobRun(job.request.id(), in.i32());
    job.root = in.optional(in::cell);
    job.rootStarted = in.bool();
    job.cancelReason = in.optional(in::text);
    job.outcome = in.optional(() -> ValueCodec.readOutcome(in));
    job.startedAt = in.optional(in::instant);
    job.endedAt = in.optional(in::instant);
    if (version != FIRST_VERSION) {
      job.hosts.addAll(in.list(in::process));
    }
    return job;
  }

  private static void write(RecordWriter out, CellRecord record) {
    out.cell(record.cell);
    out.run(record.run);
    out.process(record.owner);
    out.epoch(record.epoch);
    out.epoch(record.nextEpoch);
    out.optional(record.backup, out::process);
    out.optional(record.pending, move -> ValueCodec.write(out, move));
  }

  private static CellRecord readCell(RecordReader in) {
    CellRecord record = new CellRecord(in.cell(), in.run(), in.process(), in.epoch(), in.epoch());
    record.backup = in.optional(in::process);
    record.pending = in.optional(() -> ValueCodec.readMove(in));
    return record;
  }

  private static void write(RecordWriter out, Grant grant) {
    out.cell(grant.range.first());
    out.i32(grant.range.count());
    out.run(grant.run);
    out.process(grant.owner);
    out.i32(grant.started);
    out.list(grant.left, out::cell);
  }

  private static Grant readGrant(RecordReader in) {
    CellRange range = new CellRange(in.cell(), in.i32());
    Grant grant = new Grant(range, in.run(), in.process());
    grant.started = in.i32();
    grant.left.addAll(in.list(in::cell));
    return grant;
  }

  private static void write(RecordWriter out, Debt debt) {
    out.process(debt.to());
    out.cell(debt.cell());
    out.run(debt.run());
    out.constant(debt.kind());
    out.epoch(debt.epoch());
    out.epoch(debt.attempt());
    out.optional(debt.newOwner(), out::process);
    out.text(debt.newOwnerAddress());
  }

  private static Debt readDebt(RecordReader in) {
    return new Debt(
        in.process(),
        in.cell(),
        in.run(),
        in.constant(OrderKind.class),
        in.epoch(),
        in.epoch(),
        in.optional(in::process),
        in.text());
  }
}
