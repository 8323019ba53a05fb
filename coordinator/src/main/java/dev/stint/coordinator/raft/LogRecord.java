package dev.stint.coordinator.raft;

import dev.stint.cluster.Bytes;
import dev.stint.cluster.Command;
import dev.stint.cluster.CommandCodec;
import io.microraft.RaftEndpoint;
import io.microraft.model.impl.DefaultRaftModelFactory;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the journal: a tag that never changes its meaning, then what MicroRaft wants kept.
 */
sealed interface LogRecord {
  /** Makes MicroRaft's own model objects. */
  DefaultRaftModelFactory MODELS = new DefaultRaftModelFactory();

  /** Who this coordinator is. */
  record Self(RaftEndpointPersistentState state) implements LogRecord {}

  /** Who founded the group. */
  record Founders(RaftGroupMembersView members) implements LogRecord {}

  /** The present term and the vote in it. */
  record Term(RaftTermPersistentState state) implements LogRecord {}

  /** A line of the log. */
  record Entry(LogEntry entry) implements LogRecord {}

  /** Entries from an index on are void. */
  record Rollback(long from) implements LogRecord {}

  static IOException unknown(int tag) {
    return new IOException(
        "the log has a record of kind "
            + tag
            + ", which this version does not know; start the version that wrote it, or a later one");
  }

  /** The record's bytes. */
  default byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (this) {
      case Self(var state) -> {
        out.writeByte(1);
        out.writeUTF(nameOf(state.getLocalEndpoint()));
        out.writeBoolean(state.isVoting());
      }
      case Founders(var members) -> {
        out.writeByte(2);
        writeMembers(out, members);
      }
      case Term(var state) -> {
        out.writeByte(3);
        out.writeInt(state.getTerm());
        RaftEndpoint vote = state.getVotedFor();
        out.writeUTF(vote == null ? "" : nameOf(vote));
      }
      case Entry(var entry) -> {
        out.writeByte(4);
        out.writeLong(entry.getIndex());
        out.writeInt(entry.getTerm());
        out.write(CommandCodec.encode((Command) entry.getOperation()).toByteArray());
      }
      case Rollback(var from) -> {
        out.writeByte(5);
        out.writeLong(from);
      }
    }
    return bytes.toByteArray();
  }

  /** The record whose bytes these are. */
  static LogRecord read(ByteBuffer content) throws IOException {
    DataInputStream in = reader(content);
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case 1 ->
          new Self(
              MODELS
                  .createRaftEndpointPersistentStateBuilder()
                  .setLocalEndpoint(new Member(in.readUTF()))
                  .setVoting(in.readBoolean())
                  .build());
      case 2 -> new Founders(readMembers(in));
      case 3 -> new Term(termOf(in.readInt(), in.readUTF()));
      case 4 ->
          new Entry(
              MODELS
                  .createLogEntryBuilder()
                  .setIndex(in.readLong())
                  .setTerm(in.readInt())
                  .setOperation(CommandCodec.decode(Bytes.adopt(in.readAllBytes())))
                  .build());
      case 5 -> new Rollback(in.readLong());
      default -> throw unknown(tag);
    };
  }

  /** A term, with an empty name where no vote was given. */
  static RaftTermPersistentState termOf(int term, String vote) {
    @Nullable RaftEndpoint voted = vote.isEmpty() ? null : new Member(vote);
    return MODELS.createRaftTermPersistentStateBuilder().setTerm(term).setVotedFor(voted).build();
  }

  /** Writes who takes part. */
  static void writeMembers(DataOutputStream out, RaftGroupMembersView view) throws IOException {
    out.writeLong(view.getLogIndex());
    writeNames(out, view.getMembers());
    writeNames(out, view.getVotingMembers());
  }

  private static void writeNames(DataOutputStream out, Collection<RaftEndpoint> members)
      throws IOException {
    out.writeInt(members.size());
    for (RaftEndpoint member : members) {
      out.writeUTF(nameOf(member));
    }
  }

  /** Reads who takes part. */
  static RaftGroupMembersView readMembers(DataInputStream in) throws IOException {
    return MODELS
        .createRaftGroupMembersViewBuilder()
        .setLogIndex(in.readLong())
        .setMembers(readNames(in))
        .setVotingMembers(readNames(in))
        .build();
  }

  private static List<RaftEndpoint> readNames(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<RaftEndpoint> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(new Member(in.readUTF()));
    }
    return members;
  }

  private static String nameOf(RaftEndpoint member) {
    return ((Member) member).name();
  }

  static DataInputStream reader(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
