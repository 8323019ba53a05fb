package dev.stint.coordinator.raft;

import dev.stint.cluster.Bytes;
import dev.stint.coordinator.Disk;
import dev.stint.coordinator.RecordFile;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.log.SnapshotEntry;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot, in a file that is replaced as a whole: a record that says what it is a
 * snapshot of and how long the state is, then the state in pieces that fit into a record.
 */
final class SnapshotFile {
  private static final int PIECE = 16 << 20;

  /** The state lies in the first record itself. */
  private static final int IN_ONE = 1;

  private static final int IN_PIECES = 2;

  private final Disk disk;
  private final String path;
  private final int piece;

  SnapshotFile(Disk disk, String path) {
    this(disk, path, PIECE);
  }

  SnapshotFile(Disk disk, String path, int piece) {
    this.disk = disk;
    this.path = path;
    this.piece = piece;
  }

  /** Puts a snapshot in the place of the one before; ours has one chunk. Durable on return. */
  void write(SnapshotChunk chunk) throws IOException {
    byte[] state = ((Bytes) chunk.getOperation()).toByteArray();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(first);
    out.writeByte(IN_PIECES);
    out.writeLong(chunk.getIndex());
    out.writeInt(chunk.getTerm());
    LogRecord.writeMembers(out, chunk.getGroupMembersView());
    out.writeInt(state.length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(RecordFile.framed(first.toByteArray()));
    for (int from = 0; from < state.length; from += piece) {
      int to = Math.min(state.length, from + piece);
      file.writeBytes(RecordFile.framed(Arrays.copyOfRange(state, from, to)));
    }
    disk.replace(path, file.toByteArray());
  }

  /**
   * The snapshot that is there, or null if none was ever written.
   *
   * @throws IOException if it is not the whole of what was written
   */
  @Nullable SnapshotChunk read() throws IOException {
    if (disk.size(path) < 0) {
      return null;
    }
    Reading reading = new Reading();
    RecordFile.readWhole(disk, path, (_, content) -> reading.take(content));
    return reading.whole();
  }

  /** The snapshot that a chunk is the whole of. */
  static SnapshotEntry entryOf(SnapshotChunk chunk) {
    return LogRecord.MODELS
        .createSnapshotEntryBuilder()
        .setIndex(chunk.getIndex())
        .setTerm(chunk.getTerm())
        .setSnapshotChunks(List.of(chunk))
        .setGroupMembersView(chunk.getGroupMembersView())
        .build();
  }

  private final class Reading {
    private @Nullable RaftGroupMembersView members;
    private long index;
    private int term;
    private int length;
    private final ByteArrayOutputStream state = new ByteArrayOutputStream();

    void take(ByteBuffer content) throws IOException {
      DataInputStream in = LogRecord.reader(content);
      if (members == null) {
        begin(in);
      } else {
        in.transferTo(state);
      }
    }

    private void begin(DataInputStream in) throws IOException {
      int version = in.readUnsignedByte();
      if (version != IN_ONE && version != IN_PIECES) {
        throw LogRecord.unknown(version);
      }
      index = in.readLong();
      term = in.readInt();
      members = LogRecord.readMembers(in);
      if (version == IN_PIECES) {
        length = in.readInt();
      } else {
        in.transferTo(state);
        length = state.size();
      }
    }

    SnapshotChunk whole() throws IOException {
      if (members == null || state.size() != length) {
        throw new IOException(
            disk.place()
                + "/"
                + path
                + " has "
                + state.size()
                + " bytes of a snapshot of "
                + length
                + "; restore the folder from a copy");
      }
      return LogRecord.MODELS
          .createSnapshotChunkBuilder()
          .setIndex(index)
          .setTerm(term)
          .setGroupMembersView(members)
          .setOperation(Bytes.adopt(state.toByteArray()))
          .setSnapshotChunkIndex(0)
          .setSnapshotChunkCount(1)
          .build();
    }
  }
}
