package dev.stint.client.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.stint.client.ContentDigest;
import dev.stint.client.JobEntry;
import dev.stint.client.JobRequest;
import dev.stint.client.JobSpec;
import dev.stint.client.LossPolicy;
import dev.stint.client.ShippedFile;
import dev.stint.client.Surroundings;
import dev.stint.proto.Artifact;
import dev.stint.proto.BodyEntry;
import dev.stint.proto.Bundle;
import dev.stint.proto.Digest;
import dev.stint.proto.Entry;
import dev.stint.proto.Environment;
import dev.stint.proto.JobSettings;
import dev.stint.proto.MainEntry;
import dev.stint.proto.SubmitRequest;
import java.util.List;
import java.util.Map;

/** The client's words as messages. */
final class ToProto {
  private ToProto() {}

  static SubmitRequest request(JobRequest request) {
    return SubmitRequest.newBuilder()
        .setJobId(request.id().value())
        .setSettings(settings(request.spec(), request.files()))
        .setBundle(bundle(request.classpath()))
        .setEntry(entry(request.entry()))
        .setEnvironment(environment(request.surroundings()))
        .setHasInput(request.input())
        .build();
  }

  static Digest digest(ContentDigest digest) {
    return Digest.newBuilder().setSha256(ByteString.copyFrom(digest.bytes())).build();
  }

  private static JobSettings settings(JobSpec spec, Map<String, ShippedFile> files) {
    JobSettings.Builder settings =
        JobSettings.newBuilder()
            .setName(spec.name())
            .setTorture(spec.torture())
            .putAllLabels(spec.labels())
            .setIdempotencyKey(spec.idempotency().orElse(""))
            .setOnLoss(policy(spec.lossPolicy()));
    files.forEach((name, file) -> settings.putFiles(name, artifact(file)));
    return settings.build();
  }

  private static dev.stint.proto.LossPolicy policy(LossPolicy policy) {
    return switch (policy) {
      case FAIL -> dev.stint.proto.LossPolicy.LOSS_POLICY_FAIL;
      case RESTART -> dev.stint.proto.LossPolicy.LOSS_POLICY_RESTART;
    };
  }

  private static Bundle bundle(List<ShippedFile> classpath) {
    ContentDigest digest =
        ContentDigest.ofAll(classpath.stream().map(ShippedFile::digest).toList());
    Bundle.Builder bundle = Bundle.newBuilder().setDigest(digest(digest));
    classpath.forEach(file -> bundle.addArtifacts(artifact(file)));
    return bundle.build();
  }

  private static Artifact artifact(ShippedFile file) {
    return Artifact.newBuilder()
        .setDigest(digest(file.digest()))
        .setName(file.name())
        .setSizeBytes(file.size())
        .build();
  }

  private static Entry entry(JobEntry entry) {
    if (entry instanceof JobEntry.Main main) {
      return Entry.newBuilder()
          .setMain(
              MainEntry.newBuilder()
                  .setClassName(main.className())
                  .addAllArguments(main.arguments()))
          .build();
    }
    JobEntry.Body body = (JobEntry.Body) entry;
    return Entry.newBuilder()
        .setBody(
            BodyEntry.newBuilder()
                .setImage(UnsafeByteOperations.unsafeWrap(body.image()))
                .setCapturingClass(body.capturingClass()))
        .build();
  }

  private static Environment environment(Surroundings surroundings) {
    return Environment.newBuilder()
        .putAllSystemProperties(surroundings.properties())
        .putAllVariables(surroundings.variables())
        .setLocale(surroundings.locale())
        .setTimeZone(surroundings.timeZone())
        .setWorkingDirectory(surroundings.workingDirectory())
        .build();
  }
}
