package dev.stint.client.grpc;

import com.google.protobuf.ByteString;
import dev.stint.client.JobId;
import dev.stint.client.JobInput;
import dev.stint.proto.InputChunk;
import dev.stint.proto.InputReply;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;

/** The standard input of a job, over one call. */
final class GrpcInput implements JobInput {
  private final BlockingClientCall<InputChunk, InputReply> call;
  private final JobId id;

  GrpcInput(BlockingClientCall<InputChunk, InputReply> call, JobId id) {
    this.call = call;
    this.id = id;
  }

  @Override
  public boolean write(byte[] data, int offset, int length) {
    InputChunk chunk =
        InputChunk.newBuilder()
            .setJobId(id.value())
            .setData(ByteString.copyFrom(data, offset, length))
            .build();
    try {
      return call.write(chunk);
    } catch (StatusException e) {
      return false;
    } catch (InterruptedException e) {
      throw Calls.interrupted();
    }
  }

  /** An empty chunk first: input without a byte has to say whose it was. */
  @Override
  public void close() {
    write(new byte[0], 0, 0);
    call.halfClose();
  }
}
