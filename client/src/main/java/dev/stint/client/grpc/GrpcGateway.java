package dev.stint.client.grpc;

import com.google.protobuf.ByteString;
import dev.stint.client.ClusterGateway;
import dev.stint.client.ContentDigest;
import dev.stint.client.JobEnd;
import dev.stint.client.JobId;
import dev.stint.client.JobInput;
import dev.stint.client.JobRequest;
import dev.stint.client.JobView;
import dev.stint.client.Operator;
import dev.stint.client.OutputPart;
import dev.stint.client.ShippedFile;
import dev.stint.proto.BlobsGrpc;
import dev.stint.proto.CancelJobRequest;
import dev.stint.proto.DescribeJobRequest;
import dev.stint.proto.JobsGrpc;
import dev.stint.proto.MissingRequest;
import dev.stint.proto.OutputRequest;
import dev.stint.proto.SubmitReply;
import dev.stint.proto.SubmitRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A coordinator reached over gRPC. */
public final class GrpcGateway implements ClusterGateway {
  /** Results up to this size come inside a message; the coordinator keeps larger ones as blobs. */
  private static final int MAX_MESSAGE_BYTES = 64 << 20;

  static {
    // Loading Netty's native transport makes Java warn; a client does as well without it.
    String noNative = "io.grpc.netty.shaded.io.netty.transport.noNative";
    if (System.getProperty(noNative) == null) {
      System.setProperty(noNative, "true");
    }
  }

  private static final long KEEP_ALIVE_SECONDS = 30;

  private final String address;
  private final ManagedChannel channel;
  private final Patience patience;
  private final Calls calls;

  GrpcGateway(String address, ManagedChannel channel, Patience patience) {
    this.address = address;
    this.channel = channel;
    this.patience = patience;
    this.calls = new Calls(address, patience);
  }

  /** A gateway to {@code host:port}; whether anybody answers shows at the first call. */
  public static GrpcGateway connect(String address) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget("dns:///" + address)
            .usePlaintext()
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .build();
    return new GrpcGateway(address, channel, Patience.DEFAULT);
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public Set<ContentDigest> missing(Collection<ContentDigest> digests) {
    MissingRequest request =
        MissingRequest.newBuilder()
            .addAllDigests(digests.stream().map(ToProto::digest).toList())
            .build();
    return calls.patiently(() -> blobs().missing(request)).getDigestsList().stream()
        .map(FromProto::digest)
        .collect(Collectors.toSet());
  }

  @Override
  public void upload(ShippedFile file) {
    Transfers.upload(channel, calls, patience, file);
  }

  @Override
  public byte[] download(ContentDigest digest) {
    ByteString content = calls.patiently(() -> Transfers.download(channel, patience, digest));
    return content.toByteArray();
  }

  @Override
  public Accepted submit(JobRequest request) {
    SubmitRequest message = ToProto.request(request);
    SubmitReply reply = calls.patiently(() -> jobs().submit(message));
    JobId id = reply.getJobId().isEmpty() ? request.id() : new JobId(reply.getJobId());
    return new Accepted(id, reply.getAttached());
  }

  @Override
  public JobView describe(JobId id) {
    DescribeJobRequest request = DescribeJobRequest.newBuilder().setJobId(id.value()).build();
    return FromProto.job(calls.patiently(() -> jobs().describe(request)));
  }

  @Override
  public CompletableFuture<JobEnd> ended(JobId id) {
    return new EndWatch(JobsGrpc.newFutureStub(channel), id, calls, patience).begin();
  }

  @Override
  public void cancel(JobId id) {
    CancelJobRequest request = CancelJobRequest.newBuilder().setJobId(id.value()).build();
    calls.patiently(() -> jobs().cancel(request));
  }

  @Override
  public Stream<OutputPart> output(JobId id, long offset, boolean follow) {
    return Replies.stream(
        calls,
        last ->
            JobsGrpc.newBlockingV2Stub(channel)
                .output(
                    OutputRequest.newBuilder()
                        .setJobId(id.value())
                        .setOffset(last == null ? offset : last.end())
                        .setFollow(follow)
                        .build()),
        FromProto::output);
  }

  @Override
  public JobInput input(JobId id) {
    return new GrpcInput(JobsGrpc.newStub(channel), id, calls, patience);
  }

  @Override
  public Operator operator() {
    return new GrpcOperator(channel, calls, patience);
  }

  @Override
  public void close() {
    calls.close();
    channel.shutdownNow();
    try {
      channel.awaitTermination(patience.call().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JobsGrpc.JobsBlockingV2Stub jobs() {
    return JobsGrpc.newBlockingV2Stub(channel)
        .withDeadlineAfter(patience.call().toNanos(), TimeUnit.NANOSECONDS);
  }

  private BlobsGrpc.BlobsBlockingV2Stub blobs() {
    return BlobsGrpc.newBlockingV2Stub(channel)
        .withDeadlineAfter(patience.call().toNanos(), TimeUnit.NANOSECONDS);
  }
}
