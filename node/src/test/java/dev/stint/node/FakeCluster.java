package dev.stint.node;

import com.google.protobuf.ByteString;
import dev.stint.cluster.CellId;
import dev.stint.cluster.NodeProcess;
import dev.stint.proto.Artifact;
import dev.stint.proto.BodyEntry;
import dev.stint.proto.Bundle;
import dev.stint.proto.CellMessage;
import dev.stint.proto.CoordinatorMessage;
import dev.stint.proto.Digest;
import dev.stint.proto.Entry;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.NodeRef;
import dev.stint.proto.PeerAddress;
import dev.stint.proto.StartJob;
import dev.stint.proto.TransferChunk;
import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobHost;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import dev.stint.runtime.SchedulerView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Node cores on one fake loop, their connections in memory; a test is their coordinator. */
final class FakeCluster {
  final FakeLoop loop = new FakeLoop();
  final Map<String, Member> members = new HashMap<>();

  /** Whether what goes between nodes is lost. */
  boolean partitioned;

  Member member(String name) {
    Member member = new Member(name);
    members.put(name, member);
    return member;
  }

  static JobDefinition job(String id) {
    return JobDefinition.newBuilder()
        .setJobId(id)
        .setRun(1)
        .setBundle(
            Bundle.newBuilder()
                .setDigest(Digest.newBuilder().setSha256(ByteString.copyFrom(new byte[32]))))
        .setEntry(
            Entry.newBuilder()
                .setBody(BodyEntry.newBuilder().setImage(ByteString.copyFromUtf8("body"))))
        .build();
  }

  static PeerAddress address(String name) {
    return PeerAddress.newBuilder()
        .setNode(NodeRef.newBuilder().setName(name).setIncarnation(1))
        .setAddress(name)
        .build();
  }

  /** One node. */
  final class Member implements PeerGateway, BlobGateway, Engine, JobFiles {
    final String name;
    final FakeCoordinator coordinator = new FakeCoordinator();
    final NodeCore core;
    final Map<String, FakeJobRuntime> runtimes = new HashMap<>();
    final Consumer<CellMessage> replies;
    volatile boolean closed;

    /** Why the next class path cannot be opened; empty if it can. */
    volatile String obstacle = "";

    Member(String name) {
      this.name = name;
      core =
          new NodeCore(
              NodeProcess.of(name, 1),
              loop,
              coordinator,
              this,
              this,
              this,
              new JobOpening(this, this));
      replies = core::cellReply;
    }

    void order(CoordinatorMessage.Builder message) {
      core.received(message.build());
    }

    FakeJobRuntime runtime(String job) {
      return runtimes.get(job);
    }

    /** Starts a job whose root is in a cell. */
    FakeJobRuntime start(JobDefinition job, long cell) throws InterruptedException {
      order(
          CoordinatorMessage.newBuilder()
              .setStartJob(
                  StartJob.newBuilder()
                      .setJobId(job.getJobId())
                      .setCell(cell)
                      .setEpoch(1)
                      .setJob(job)));
      loop.awaitWork();
      loop.run();
      awaitArrival(cell);
      return runtime(job.getJobId());
    }

    /** Waits until a cell that starts or thaws is through with that. */
    void awaitArrival(long cell) throws InterruptedException {
      while (core.cells().isArriving(new CellId(cell))) {
        loop.awaitWork();
        loop.run();
      }
    }

    @Override
    public void transfer(String to, List<TransferChunk> chunks, Consumer<String> failed) {
      Member peer = members.get(to);
      loop.execute(() -> {
        if (partitioned) {
          failed.accept("no route");
          return;
        }
        for (TransferChunk chunk : chunks) {
          peer.core.transferChunk(
              chunk,
              answer -> {
                if (!answer.getStaged()) {
                  failed.accept(answer.getReason());
                }
              });
        }
      });
    }

    @Override
    public void send(String to, CellMessage message) {
      Member peer = members.get(to);
      if (!partitioned) {
        loop.execute(() -> peer.core.cellMessage(message, replies));
      }
    }

    @Override
    public Path fetch(Artifact artifact) throws IOException {
      throw new IOException("no such blob: " + artifact.getName());
    }

    @Override
    public Digest put(byte[] content) {
      return Digest.newBuilder().setSha256(ByteString.copyFromUtf8("stored")).build();
    }

    @Override
    public JobRuntime open(JobCode code, JobSettings settings, JobHost host) throws IOException {
      if (!obstacle.isEmpty()) {
        throw new IOException(obstacle);
      }
      String job = ((HostedJob) host).run().job().value();
      FakeJobRuntime runtime = new FakeJobRuntime(host);
      runtimes.put(job, runtime);
      return runtime;
    }

    @Override
    public SchedulerView load() {
      return new SchedulerView(2, 0, 0, 0, 0);
    }

    @Override
    public Path provide(dev.stint.cluster.JobRun run, String file, Artifact artifact)
        throws IOException {
      return fetch(artifact);
    }

    @Override
    public void forget(dev.stint.cluster.JobRun run) {}

    @Override
    public void close() {
      closed = true;
    }
  }
}
