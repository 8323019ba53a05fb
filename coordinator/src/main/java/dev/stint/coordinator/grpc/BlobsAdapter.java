package dev.stint.coordinator.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.stint.cluster.Digest;
import dev.stint.coordinator.BlobStore;
import dev.stint.coordinator.RequestException;
import dev.stint.coordinator.Wire;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.MissingReply;
import dev.stint.proto.MissingRequest;
import dev.stint.proto.PutReply;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The Blobs service. */
final class BlobsAdapter extends BlobsGrpc.BlobsImplBase {
  private static final int CHUNK = 256 * 1024;

  private final BlobStore blobs;
  private final Executor executor;

  BlobsAdapter(BlobStore blobs, Executor executor) {
    this.blobs = blobs;
    this.executor = executor;
  }

  @Override
  public void missing(MissingRequest request, StreamObserver<MissingReply> observer) {
    Statuses.answer(
        observer,
        () -> {
          MissingReply.Builder missing = MissingReply.newBuilder();
          for (dev.stint.proto.Digest digest : request.getDigestsList()) {
            if (!blobs.has(Wire.digest(digest))) {
              missing.addDigests(digest);
            }
          }
          return missing.build();
        });
  }

  @Override
  public StreamObserver<BlobChunk> put(StreamObserver<PutReply> observer) {
    return new Upload(observer);
  }

  @Override
  public void get(GetBlobRequest request, StreamObserver<BlobChunk> observer) {
    try {
      Digest digest = Wire.digest(request.getDigest());
      if (!blobs.has(digest)) {
        throw new RequestException(
            RequestException.Category.NOT_FOUND, "the coordinator has no blob " + digest.hex());
      }
      Download source = new Download(digest, request.getOffset());
      Pump.start((ServerCallStreamObserver<BlobChunk>) observer, source, executor);
    } catch (IOException | RequestException e) {
      observer.onError(Statuses.of(e));
    }
  }

  private final class Download implements Pump.Source<BlobChunk> {
    private final Digest digest;
    private long offset;

    Download(Digest digest, long offset) {
      this.digest = digest;
      this.offset = offset;
    }

    @Override
    public boolean sendSome(ServerCallStreamObserver<BlobChunk> to) throws IOException {
      byte[] bytes = blobs.read(digest, offset, CHUNK);
      if (bytes.length == 0) {
        return false;
      }
      ByteString data = UnsafeByteOperations.unsafeWrap(bytes); // Ours alone, never written again.
      to.onNext(BlobChunk.newBuilder().setData(data).build());
      offset += bytes.length;
      return true;
    }

    @Override
    public boolean isAtEnd() {
      return true;
    }

    @Override
    public CompletableFuture<@Nullable Void> whenMore() {
      return CompletableFuture.completedFuture(null);
    }
  }

  private final class Upload implements StreamObserver<BlobChunk> {
    private final StreamObserver<PutReply> observer;
    private BlobStore.@Nullable Incoming incoming;
    private boolean over;

    Upload(StreamObserver<PutReply> observer) {
      this.observer = observer;
    }

    @Override
    public void onNext(BlobChunk chunk) {
      if (over) {
        return;
      }
      try {
        BlobStore.Incoming blob = incoming;
        if (blob == null) {
          blob = blobs.begin(Wire.digest(chunk.getDigest()));
          incoming = blob;
        }
        blob.append(chunk.getData().toByteArray());
      } catch (IOException | RequestException e) {
        fail(e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      close();
    }

    @Override
    public void onCompleted() {
      if (over) {
        return;
      }
      try {
        BlobStore.Incoming blob = incoming;
        if (blob == null) {
          throw new RequestException(
              RequestException.Category.INVALID, "the first chunk of a blob names its digest");
        }
        long size = blob.commit();
        observer.onNext(PutReply.newBuilder().setSizeBytes(size).build());
        observer.onCompleted();
        close();
      } catch (IOException | RequestException e) {
        fail(e);
      }
    }

    private void fail(Exception e) {
      close();
      observer.onError(Statuses.of(e));
    }

    private void close() {
      over = true;
      BlobStore.Incoming blob = incoming;
      incoming = null;
      if (blob != null) {
        try {
          blob.close();
        } catch (IOException _) {
          // What is left of it is deleted when the store is opened again.
        }
      }
    }
  }
}
