package dev.stint.coordinator;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.JobRun;
import dev.stint.cluster.JobState;
import dev.stint.cluster.NodeProcess;
import dev.stint.cluster.OrderKind;
import dev.stint.cluster.Refusal;
import dev.stint.proto.NodeRef;
import dev.stint.proto.PeerAddress;

/** The contracts' forms of the cluster's values, and back. */
public final class Wire {
  private Wire() {}

  /** A process. */
  static NodeRef ref(NodeProcess process) {
    return NodeRef.newBuilder()
        .setName(process.node().name())
        .setIncarnation(process.incarnation().number())
        .build();
  }

  /** A process and where it is reached. */
  static PeerAddress peer(NodeProcess process, String address) {
    return PeerAddress.newBuilder().setNode(ref(process)).setAddress(address).build();
  }

  /** A digest; refuses one that is not 32 bytes. */
  public static dev.stint.cluster.Digest digest(dev.stint.proto.Digest digest) {
    if (digest.getSha256().size() != dev.stint.cluster.Digest.LENGTH) {
      throw new RequestException(
          RequestException.Category.INVALID,
          "a digest has 32 bytes, not " + digest.getSha256().size());
    }
    return dev.stint.cluster.Digest.of(digest.getSha256().toByteArray());
  }

  /** A digest. */
  public static dev.stint.proto.Digest digest(dev.stint.cluster.Digest digest) {
    return dev.stint.proto.Digest.newBuilder()
        .setSha256(ByteString.copyFrom(digest.toByteArray()))
        .build();
  }

  /** The run of a job that a message names; none means the first. */
  static JobRun run(String job, int run) {
    return new JobRun(Names.job(job), Math.max(1, run));
  }

  /** The state of a job. */
  static dev.stint.proto.JobState state(JobState state) {
    return switch (state) {
      case QUEUED -> dev.stint.proto.JobState.JOB_STATE_QUEUED;
      case RUNNING -> dev.stint.proto.JobState.JOB_STATE_RUNNING;
      case DONE -> dev.stint.proto.JobState.JOB_STATE_DONE;
      case FAILED -> dev.stint.proto.JobState.JOB_STATE_FAILED;
      case CANCELLED -> dev.stint.proto.JobState.JOB_STATE_CANCELLED;
      case LOST -> dev.stint.proto.JobState.JOB_STATE_LOST;
    };
  }

  /** Why a node does not carry out its part of a move; an unknown kind counts as pinned. */
  static Refusal refusal(dev.stint.proto.Refused refused) {
    Refusal.Kind kind =
        switch (refused.getKind()) {
          case REFUSAL_KIND_ANCHORED -> Refusal.Kind.ANCHORED;
          case REFUSAL_KIND_NO_CAPACITY -> Refusal.Kind.NO_CAPACITY;
          case REFUSAL_KIND_BAD_IMAGE -> Refusal.Kind.BAD_IMAGE;
          default -> Refusal.Kind.PINNED;
        };
    return new Refusal(kind, refused.getReason());
  }

  /** The order that was carried out. */
  static OrderKind order(dev.stint.proto.OrderKind kind) {
    return switch (kind) {
      case ORDER_KIND_ACTIVATE -> OrderKind.ACTIVATE;
      case ORDER_KIND_RELEASE -> OrderKind.RELEASE;
      case ORDER_KIND_RESUME -> OrderKind.RESUME;
      case ORDER_KIND_DISCARD -> OrderKind.DISCARD;
      case ORDER_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new RequestException(
              RequestException.Category.INVALID, "an order of a kind not known here");
    };
  }

  /** The id of a cell's tasklet. */
  static String tasklet(CellId cell) {
    return cell + ".0";
  }
}
