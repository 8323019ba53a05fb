package dev.stint.node.grpc;

import com.google.protobuf.ByteString;
import dev.stint.cluster.Digest;
import dev.stint.node.disk.BlobSource;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.PutReply;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The coordinator's blobs: reads what this node lacks, stores what it makes. A call that breaks
 * because the coordinator is away is made again until the deadline; a read goes on where it was.
 */
public final class CoordinatorBlobs implements BlobSource {
  private static final int CHUNK = 1024 * 1024;
  private static final long DEADLINE_MINUTES = 10;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final ManagedChannel channel;

  /** Blobs over the channel that the session uses. */
  public CoordinatorBlobs(ManagedChannel channel) {
    this.channel = channel;
  }

  @Override
  public void read(Digest digest, OutputStream sink) throws IOException {
    Tries tries = new Tries();
    long offset = 0;
    while (true) {
      GetBlobRequest request =
          GetBlobRequest.newBuilder().setDigest(wire(digest)).setOffset(offset).build();
      try {
        Iterator<BlobChunk> chunks =
            BlobsGrpc.newBlockingStub(channel)
                .withWaitForReady()
                .withDeadline(tries.deadline)
                .get(request);
        while (chunks.hasNext()) {
          ByteString data = chunks.next().getData();
          data.writeTo(sink);
          offset += data.size();
        }
        return;
      } catch (StatusRuntimeException e) {
        tries.failed(e.getStatus(), e);
      }
    }
  }

  /** Stores content, waiting until the coordinator has it on disk. */
  public Digest put(byte[] content) throws IOException {
    Digest digest = Digest.of(sha256().digest(content));
    Tries tries = new Tries();
    while (true) {
      Upload upload = new Upload(content, digest);
      BlobsGrpc.newStub(channel).withWaitForReady().withDeadline(tries.deadline).put(upload);
      try {
        upload.done.join();
        return digest;
      } catch (CompletionException e) {
        tries.failed(Status.fromThrowable(e.getCause()), e);
      }
    }
  }

  /** The tries of one call, up to its deadline. */
  private final class Tries {
    final Deadline deadline = Deadline.after(DEADLINE_MINUTES, TimeUnit.MINUTES);
    private long pause = FIRST_PAUSE_MILLIS;

    /** Waits before the next try; throws if there is no use in one. */
    void failed(Status status, Exception cause) throws IOException {
      boolean away =
          status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.CANCELLED;
      if (!away || channel.isShutdown() || deadline.isExpired()) {
        throw failure(status, cause);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure(status, cause);
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private static IOException failure(Status status, Exception cause) {
    String text = status.getDescription();
    return new IOException(text == null ? status.getCode().name() : text, cause);
  }

  private static dev.stint.proto.Digest wire(Digest digest) {
    return dev.stint.proto.Digest.newBuilder()
        .setSha256(ByteString.copyFrom(digest.toByteArray()))
        .build();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Sends chunks as fast as the stream takes them. */
  private static final class Upload implements ClientResponseObserver<BlobChunk, PutReply> {
    private final byte[] content;
    private final Digest digest;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private int offset;
    private boolean ended;

    Upload(byte[] content, Digest digest) {
      this.content = content;
      this.digest = digest;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<BlobChunk> stream) {
      stream.setOnReadyHandler(() -> pump(stream));
    }

    private synchronized void pump(ClientCallStreamObserver<BlobChunk> stream) {
      while (!ended && stream.isReady()) {
        int length = Math.min(CHUNK, content.length - offset);
        BlobChunk.Builder chunk =
            BlobChunk.newBuilder().setData(ByteString.copyFrom(content, offset, length));
        if (offset == 0) {
          chunk.setDigest(wire(digest));
        }
        stream.onNext(chunk.build());
        offset += length;
        if (offset == content.length) {
          ended = true;
          stream.onCompleted();
        }
      }
    }

    @Override
    public void onNext(PutReply reply) {}

    @Override
    public void onError(Throwable t) {
      done.completeExceptionally(t);
    }

    @Override
    public void onCompleted() {
      done.complete(true);
    }
  }
}
