package dev.stint.coordinator.raft;

import dev.stint.coordinator.Disk;
import dev.stint.coordinator.RecordFile;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RaftStore;
import io.microraft.persistence.RestoredRaftState;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * MicroRaft's state in two files: a journal of records, and the latest snapshot, which is replaced
 * as a whole. When entries fall behind the snapshot, the journal is replaced by one that begins
 * with what is still needed.
 *
 * <p>After the first failure the store is sealed: what follows a write that failed can no longer be
 * trusted to be where it says, so nothing is written any more until a restart has read the file.
 * Called on MicroRaft's thread only.
 */
final class LogStore implements RaftStore, Closeable {
  private static final String JOURNAL = "log/journal";
  private static final String SNAPSHOT = "log/snapshot";

  private final SnapshotFile snapshots;
  private final Consumer<IOException> onFailure;
  private final TreeMap<Long, LogEntry> entries = new TreeMap<>();
  private final RecordFile journal;
  private @Nullable IOException failure;
  private @Nullable RaftEndpointPersistentState self;
  private @Nullable RaftGroupMembersView founders;
  private @Nullable RaftTermPersistentState term;
  private @Nullable SnapshotChunk snapshot;

  private LogStore(Disk disk, Consumer<IOException> onFailure) throws IOException {
    this.onFailure = onFailure;
    this.snapshots = new SnapshotFile(disk, SNAPSHOT);
    this.snapshot = snapshots.read();
    this.journal =
        RecordFile.open(disk, JOURNAL, (_, content) -> remember(LogRecord.read(content)));
  }

  /** Opens the log of a disk; a record that a crash left half-written at its end is cut off. */
  static LogStore open(Disk disk, Consumer<IOException> onFailure) throws IOException {
    return new LogStore(disk, onFailure);
  }

  /** What an earlier process left; empty for a new log. */
  Optional<RestoredRaftState> restored() {
    if (self == null || founders == null) {
      return Optional.empty();
    }
    RaftTermPersistentState lastTerm = term == null ? LogRecord.termOf(0, "") : term;
    long covered = snapshot == null ? 0 : snapshot.getIndex();
    return Optional.of(
        new RestoredRaftState(
            self,
            founders,
            lastTerm,
            snapshot == null ? null : SnapshotFile.entryOf(snapshot),
            List.copyOf(entries.tailMap(covered, false).values())));
  }

  /** How many bytes of a half-written record were cut off. */
  long cutBytes() {
    return journal.cutBytes();
  }

  private void remember(LogRecord record) {
    switch (record) {
      case LogRecord.Self(var state) -> self = state;
      case LogRecord.Founders(var members) -> founders = members;
      case LogRecord.Term(var state) -> term = state;
      case LogRecord.Entry(var entry) -> entries.put(entry.getIndex(), entry);
      case LogRecord.Rollback(var from) -> entries.tailMap(from, true).clear();
    }
  }

  @Override
  public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState state) throws IOException {
    write(new LogRecord.Self(state));
    flush();
  }

  @Override
  public void persistAndFlushInitialGroupMembers(RaftGroupMembersView members) throws IOException {
    write(new LogRecord.Founders(members));
    flush();
  }

  @Override
  public void persistAndFlushTerm(RaftTermPersistentState state) throws IOException {
    write(new LogRecord.Term(state));
    flush();
  }

  @Override
  public void persistLogEntries(List<LogEntry> added) throws IOException {
    for (LogEntry entry : added) {
      write(new LogRecord.Entry(entry));
    }
  }

  @Override
  public void truncateLogEntriesFrom(long index) throws IOException {
    write(new LogRecord.Rollback(index));
  }

  /** A snapshot of ours is one chunk, so it is complete and durable on return. */
  @Override
  public void persistSnapshotChunk(SnapshotChunk chunk) throws IOException {
    sealingOnFailure(() -> {
      snapshots.write(chunk);
      snapshot = chunk;
    });
  }

  @Override
  public void truncateLogEntriesUntil(long index) throws IOException {
    entries.headMap(index, true).clear();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    if (self != null) {
      kept.write(RecordFile.framed(new LogRecord.Self(self).write()));
    }
    if (founders != null) {
      kept.write(RecordFile.framed(new LogRecord.Founders(founders).write()));
    }
    if (term != null) {
      kept.write(RecordFile.framed(new LogRecord.Term(term).write()));
    }
    for (LogEntry entry : entries.values()) {
      kept.write(RecordFile.framed(new LogRecord.Entry(entry).write()));
    }
    sealingOnFailure(() -> journal.replace(kept.toByteArray()));
  }

  /** Nothing to do: a snapshot that is not complete was never written. */
  @Override
  public void deleteSnapshotChunks(long index, int count) {}

  @Override
  public void flush() throws IOException {
    sealingOnFailure(journal::sync);
  }

  private void write(LogRecord record) throws IOException {
    sealingOnFailure(() -> journal.append(record.write()));
    remember(record);
  }

  private void sealingOnFailure(Write write) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      write.run();
    } catch (IOException e) {
      failure = e;
      onFailure.accept(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private interface Write {
    void run() throws IOException;
  }
}
