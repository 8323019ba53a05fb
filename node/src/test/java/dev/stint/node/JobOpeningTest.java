package dev.stint.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.proto.Artifact;
import dev.stint.proto.Digest;
import dev.stint.proto.JobDefinition;
import dev.stint.runtime.LocalMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobOpeningTest {
  @TempDir private Path folder;

  @Test
  void aCorruptJarIsNamed() throws IOException {
    Path garbage = Files.writeString(folder.resolve("abc"), "this is no jar");
    JobDefinition definition = FakeCluster.job("j");
    JobDefinition broken =
        definition.toBuilder()
            .setBundle(
                definition.getBundle().toBuilder()
                    .addArtifacts(Artifact.newBuilder().setName("app.jar")))
            .build();
    FakeCluster.Member member = new FakeCluster().member("a");
    BlobGateway blobs =
        new BlobGateway() {
          @Override
          public Path fetch(Artifact artifact) {
            return garbage;
          }

          @Override
          public Digest put(byte[] content) {
            throw new UnsupportedOperationException();
          }
        };
    HostedJob job =
        new HostedJob(
            broken,
            "a",
            new FakeLoop(),
            member.coordinator,
            member.core,
            member,
            cell -> "a",
            new LocalMaps());

    assertThatThrownBy(() -> new JobOpening(blobs, member).open(job))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("app.jar on the job's class path is not a readable jar");
  }
}
