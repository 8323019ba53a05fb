package dev.stint.client.grpc;

import com.google.protobuf.ByteString;
import dev.stint.client.ContentDigest;
import dev.stint.client.NotShippableException;
import dev.stint.client.ShippedFile;
import dev.stint.proto.BlobChunk;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.GetBlobRequest;
import dev.stint.proto.PutReply;
import io.grpc.ManagedChannel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** Content to and from the coordinator. */
final class Transfers {
  private static final int CHUNK_BYTES = 512 << 10;

  private Transfers() {}

  static void upload(ManagedChannel channel, Calls calls, Patience patience, ShippedFile file) {
    try {
      calls.patiently(() -> put(channel, patience, file));
    } catch (UncheckedIOException e) {
      throw new NotShippableException(
          file.path() + " cannot be read (" + e.getMessage() + "), so it cannot be sent", e);
    }
  }

  private static PutReply put(ManagedChannel channel, Patience patience, ShippedFile file)
      throws StatusException, InterruptedException {
    BlockingClientCall<BlobChunk, PutReply> call =
        BlobsGrpc.newBlockingV2Stub(channel)
            .withDeadlineAfter(patience.transfer().toNanos(), TimeUnit.NANOSECONDS)
            .put();
    try (InputStream in = Files.newInputStream(file.path())) {
      BlobChunk.Builder chunk = BlobChunk.newBuilder().setDigest(ToProto.digest(file.digest()));
      ByteString data;
      do {
        data = ByteString.readFrom(limited(in));
        if (!call.write(chunk.setData(data).build())) {
          break;
        }
        chunk = BlobChunk.newBuilder();
      } while (data.size() == CHUNK_BYTES);
    } catch (IOException e) {
      call.cancel("the file cannot be read", e);
      throw new UncheckedIOException(e);
    }
    call.halfClose();
    PutReply reply = call.read();
    return reply == null ? PutReply.getDefaultInstance() : reply;
  }

  private static InputStream limited(InputStream in) throws IOException {
    return new ByteArrayInputStream(in.readNBytes(CHUNK_BYTES));
  }

  static ByteString download(ManagedChannel channel, Patience patience, ContentDigest digest)
      throws StatusException, InterruptedException {
    BlockingClientCall<?, BlobChunk> call =
        BlobsGrpc.newBlockingV2Stub(channel)
            .withDeadlineAfter(patience.transfer().toNanos(), TimeUnit.NANOSECONDS)
            .get(GetBlobRequest.newBuilder().setDigest(ToProto.digest(digest)).build());
    ByteString.Output content = ByteString.newOutput();
    for (BlobChunk chunk = call.read(); chunk != null; chunk = call.read()) {
      try {
        chunk.getData().writeTo(content);
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail to be written", e);
      }
    }
    return content.toByteString();
  }
}
