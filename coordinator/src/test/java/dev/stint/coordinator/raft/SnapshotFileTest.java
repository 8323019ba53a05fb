package dev.stint.coordinator.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.cluster.Bytes;
import dev.stint.coordinator.FakeDisk;
import dev.stint.coordinator.RecordFile;
import io.microraft.model.log.SnapshotChunk;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotFileTest {
  private static final int PIECE = 10;

  private final FakeDisk disk = new FakeDisk();
  private final SnapshotFile file = new SnapshotFile(disk, "s", PIECE);

  private static SnapshotChunk snapshot(int size) {
    byte[] state = new byte[size];
    for (int i = 0; i < size; i++) {
      state[i] = (byte) i;
    }
    return LogRecord.MODELS
        .createSnapshotChunkBuilder()
        .setIndex(42)
        .setTerm(7)
        .setGroupMembersView(
            LogRecord.MODELS
                .createRaftGroupMembersViewBuilder()
                .setLogIndex(1)
                .setMembers(List.of(new Member("a")))
                .setVotingMembers(List.of(new Member("a")))
                .build())
        .setOperation(Bytes.adopt(state))
        .setSnapshotChunkIndex(0)
        .setSnapshotChunkCount(1)
        .build();
  }

  @Test
  void there_is_none_before_the_first() throws IOException {
    assertThat(file.read()).isNull();
  }

  @Test
  void a_snapshot_larger_than_a_record_comes_back_whole() throws IOException {
    for (int size : new int[] {0, 1, PIECE, PIECE + 1, 10 * PIECE, 995}) {
      file.write(snapshot(size));
      SnapshotChunk read = file.read();
      assertThat(read.getOperation()).isEqualTo(snapshot(size).getOperation());
      assertThat(read.getIndex()).isEqualTo(42);
      assertThat(read.getTerm()).isEqualTo(7);
      assertThat(read.getGroupMembersView().getMembers()).containsExactly(new Member("a"));
    }
  }

  @Test
  void a_snapshot_that_lacks_whole_records_is_refused() throws IOException {
    file.write(snapshot(3 * PIECE));
    byte[] all = disk.content("s");
    disk.setContent("s", Arrays.copyOf(all, all.length - RecordFile.HEADER - PIECE));
    assertThatThrownBy(file::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("20 bytes of a snapshot of 30");
  }

  @Test
  void a_snapshot_in_one_record_is_still_read() throws IOException {
    SnapshotChunk snapshot = snapshot(25);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(1);
    out.writeLong(42);
    out.writeInt(7);
    LogRecord.writeMembers(out, snapshot.getGroupMembersView());
    out.write(((Bytes) snapshot.getOperation()).toByteArray());
    disk.setContent("s", RecordFile.framed(bytes.toByteArray()));
    assertThat(file.read().getOperation()).isEqualTo(snapshot.getOperation());
  }
}
