package dev.stint.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A cluster that keeps what it is given, and whose jobs end as a test says. */
final class FakeGateway implements ClusterGateway {
  final Set<ContentDigest> stored = new HashSet<>();
  final Map<ContentDigest, byte[]> blobs = new HashMap<>();
  final List<JobRequest> submitted = new ArrayList<>();
  final List<JobId> cancelled = new ArrayList<>();
  final CompletableFuture<JobEnd> end = new CompletableFuture<>();
  boolean asked;
  boolean closed;

  @Override
  public String address() {
    return "fake:1";
  }

  @Override
  public Set<ContentDigest> missing(Collection<ContentDigest> digests) {
    asked = true;
    Set<ContentDigest> missing = new HashSet<>(digests);
    missing.removeAll(stored);
    return missing;
  }

  @Override
  public void upload(ShippedFile file) {
    stored.add(file.digest());
  }

  @Override
  public byte[] download(ContentDigest digest) {
    return blobs.get(digest);
  }

  @Override
  public Accepted submit(JobRequest request) {
    submitted.add(request);
    return new Accepted(request.id(), false);
  }

  @Override
  public JobView describe(JobId id) {
    return end.join().view();
  }

  @Override
  public CompletableFuture<JobEnd> ended(JobId id) {
    return end;
  }

  @Override
  public void cancel(JobId id) {
    cancelled.add(id);
  }

  @Override
  public Stream<OutputPart> output(JobId id, long offset, boolean follow) {
    return Stream.of(new OutputPart(0, false, "hello\n".getBytes()));
  }

  @Override
  public JobInput input(JobId id) {
    throw new AssertionError("no test feeds input to the fake");
  }

  @Override
  public Operator operator() {
    throw new AssertionError("no test operates the fake");
  }

  @Override
  public void close() {
    closed = true;
  }
}
