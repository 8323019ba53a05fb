package dev.stint.coordinator;

import dev.stint.cluster.Digest;
import dev.stint.cluster.Effect;
import dev.stint.proto.Activate;
import dev.stint.proto.CancelCells;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Discard;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.JobGone;
import dev.stint.proto.Prepare;
import dev.stint.proto.Release;
import dev.stint.proto.Resume;
import dev.stint.proto.StartJob;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the authority's orders to the nodes they are for. Used on the loop. */
final class Orders {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

  private final NodeSessions sessions;
  private final BlobStore blobs;

  Orders(NodeSessions sessions, BlobStore blobs) {
    this.sessions = sessions;
    this.blobs = blobs;
  }

  /** Sends orders in their order; those to nodes without a stream are sent again later. */
  void send(List<Effect> effects) {
    for (Effect effect : effects) {
      try {
        sessions.send(effect.to(), message(effect));
      } catch (IOException e) {
        LOG.error("an order for {} cannot be read from disk: {}", effect.to(), e.getMessage());
      }
    }
  }

  private CoordinatorMessage message(Effect effect) throws IOException {
    CoordinatorMessage.Builder message = CoordinatorMessage.newBuilder();
    switch (effect) {
      case Effect.SendPrepare it ->
          message.setPrepare(
              Prepare.newBuilder()
                  .setCell(it.cell().number())
                  .setEpoch(it.epoch().number())
                  .setAttempt(it.attempt().number())
                  .setTarget(Wire.peer(it.target(), it.targetAddress())));
      case Effect.SendActivate it ->
          message.setActivate(
              Activate.newBuilder().setCell(it.cell().number()).setAttempt(it.epoch().number()));
      case Effect.SendRelease it ->
          message.setRelease(
              Release.newBuilder()
                  .setCell(it.cell().number())
                  .setEpoch(it.epoch().number())
                  .setAttempt(it.attempt().number())
                  .setOwner(Wire.peer(it.newOwner(), it.newOwnerAddress())));
      case Effect.SendResume it ->
          message.setResume(
              Resume.newBuilder()
                  .setCell(it.cell().number())
                  .setEpoch(it.epoch().number())
                  .setAttempt(it.attempt().number()));
      case Effect.SendDiscard it ->
          message.setDiscard(
              Discard.newBuilder().setCell(it.cell().number()).setAttempt(it.attempt().number()));
      case Effect.SendStartRoot it ->
          message.setStartJob(
              StartJob.newBuilder()
                  .setJobId(it.run().job().value())
                  .setCell(it.root().number())
                  .setEpoch(it.epoch().number())
                  .setJob(definition(it)));
      case Effect.SendCancel it ->
          message.setCancel(
              CancelCells.newBuilder().setJobId(it.run().job().value()).setRun(it.run().run()));
      case Effect.SendDropJob it ->
          message.setJobGone(
              JobGone.newBuilder().setJobId(it.run().job().value()).setRun(it.run().run()));
    }
    return message.build();
  }

  private JobDefinition definition(Effect.SendStartRoot order) throws IOException {
    Digest digest = new Digest(JobSpecs.definition(order.request()));
    return JobDefinition.parseFrom(blobs.readAll(digest)).toBuilder()
        .setRun(order.run().run())
        .setRootCell(order.root().number())
        .build();
  }
}
