package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.cluster.Bytes;
import dev.stint.cluster.CellEffect;
import dev.stint.cluster.CellId;
import dev.stint.cluster.Epoch;
import dev.stint.cluster.ImageChunk;
import dev.stint.cluster.JobRun;
import dev.stint.proto.Entry;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.NodeRef;
import dev.stint.proto.TransferAnswer;
import dev.stint.proto.TransferChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Cuts images into chunks and knows what an incoming one must be: its checksum, and whom to answer.
 * A job's definition goes to a peer once; what the peer needs it for is the class path and the
 * environment, never the body. Owned by the loop.
 */
final class Transfers {
  private final PeerGateway peers;
  private final Map<String, Set<JobRun>> known = new HashMap<>();
  private final Map<CellId, Incoming> incoming = new HashMap<>();

  Transfers(PeerGateway peers) {
    this.peers = peers;
  }

  /**
   * Sends an image.
   *
   * @param failed called from any thread if the peer does not get it or does not take it
   */
  void send(CellEffect.SendTransfer order, JobDefinition job, Consumer<String> failed) {
    JobRun run = HostedJob.runOf(job);
    Set<JobRun> told = known.computeIfAbsent(order.targetAddress(), address -> new HashSet<>());
    JobDefinition first = told.add(run) ? withoutBody(job) : reference(job);
    peers.transfer(order.targetAddress(), chunks(order, first), failed);
  }

  /** A peer may not know a job any more: the next image takes its definition along again. */
  void failed(String address) {
    known.remove(address);
  }

  /** The run is over. */
  void forget(JobRun run) {
    known.values().forEach(runs -> runs.remove(run));
  }

  /** The rest of a cell's image does not come any more. */
  void forget(CellId cell) {
    incoming.remove(cell);
  }

  /** Whether a chunk is one of those that an image of the size it names is cut into. */
  static boolean isPossible(TransferChunk chunk) {
    long total = chunk.getTotalBytes();
    long offset = chunk.getOffset();
    return total >= 0
        && total <= (long) ImageChunk.MAX_COUNT * ImageChunk.MAX_SIZE
        && offset >= 0
        && offset % ImageChunk.MAX_SIZE == 0
        && (offset == 0 || offset < total)
        && chunk.getData().size() == Math.min(ImageChunk.MAX_SIZE, total - offset);
  }

  /** A chunk has come; what it says of the whole image is remembered. */
  ImageChunk received(TransferChunk chunk, Consumer<TransferAnswer> answers) {
    CellId cell = new CellId(chunk.getCell());
    Epoch attempt = new Epoch(chunk.getAttempt());
    incoming.merge(
        cell,
        new Incoming(attempt, chunk.hasCrc() ? chunk.getCrc() : null, answers),
        (known, now) -> known.attempt.isAfter(now.attempt) ? known : now);
    int count = (int) Math.max(1, Math.ceilDiv(chunk.getTotalBytes(), ImageChunk.MAX_SIZE));
    int index = (int) (chunk.getOffset() / ImageChunk.MAX_SIZE);
    return new ImageChunk(index, count, Bytes.adopt(chunk.getData().toByteArray()));
  }

  /** Whether an image is what its sender meant. */
  boolean isIntact(CellId cell, Epoch attempt, Bytes image) {
    Incoming expected = incoming.get(cell);
    return expected != null
        && expected.attempt.equals(attempt)
        && expected.crc != null
        && expected.crc == crc(image.toByteArray());
  }

  /** Answers the sender of an image. */
  void answer(CellId cell, Epoch attempt, String whyNot) {
    Incoming from = incoming.get(cell);
    if (from != null && from.attempt.equals(attempt)) {
      incoming.remove(cell);
      from.answers.accept(
          TransferAnswer.newBuilder()
              .setCell(cell.number())
              .setAttempt(attempt.number())
              .setStaged(whyNot.isEmpty())
              .setReason(whyNot)
              .build());
    }
  }

  static List<TransferChunk> chunks(CellEffect.SendTransfer order, JobDefinition job) {
    byte[] image = order.image().toByteArray();
    List<TransferChunk> chunks = new ArrayList<>();
    for (ImageChunk piece : ImageChunk.split(order.image())) {
      TransferChunk.Builder chunk =
          TransferChunk.newBuilder()
              .setCell(order.cell().number())
              .setEpoch(order.epoch().number())
              .setAttempt(order.attempt().number())
              .setTarget(
                  NodeRef.newBuilder()
                      .setName(order.target().node().name())
                      .setIncarnation(order.target().incarnation().number()))
              .setTotalBytes(image.length)
              .setOffset((long) piece.index() * ImageChunk.MAX_SIZE)
              .setData(ByteString.copyFrom(piece.bytes().toByteArray()));
      if (piece.index() == 0) {
        chunk.setJob(job);
      }
      if (piece.index() == piece.count() - 1) {
        chunk.setCrc(crc(image));
      }
      chunks.add(chunk.build());
    }
    return chunks;
  }

  private static JobDefinition withoutBody(JobDefinition job) {
    if (!job.getEntry().hasBody()) {
      return job;
    }
    Entry entry =
        Entry.newBuilder().setBody(job.getEntry().getBody().toBuilder().clearImage()).build();
    return job.toBuilder().setEntry(entry).build();
  }

  /** Names a job that the peer has the definition of. */
  private static JobDefinition reference(JobDefinition job) {
    return JobDefinition.newBuilder().setJobId(job.getJobId()).setRun(job.getRun()).build();
  }

  private static int crc(byte[] image) {
    CRC32C crc = new CRC32C();
    crc.update(image);
    return (int) crc.getValue();
  }

  /** What is known of an image that is coming in. */
  private record Incoming(Epoch attempt, @Nullable Integer crc, Consumer<TransferAnswer> answers) {}
}
