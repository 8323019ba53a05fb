package dev.stint.node;

import dev.stint.proto.Artifact;
import dev.stint.proto.Entry;
import dev.stint.proto.Environment;
import dev.stint.proto.JobDefinition;
import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/** From a job's definition to its runtime: fetches the class path, checks it, opens it. Waits. */
final class JobOpening {
  private final BlobGateway blobs;
  private final Engine engine;

  JobOpening(BlobGateway blobs, Engine engine) {
    this.blobs = blobs;
    this.engine = engine;
  }

  /**
   * Opens a job.
   *
   * @throws IOException if a file of the class path cannot be had or read, naming it
   */
  JobRuntime open(HostedJob job) throws IOException {
    JobDefinition definition = job.definition();
    List<Path> classPath = new ArrayList<>();
    for (Artifact artifact : definition.getBundle().getArtifactsList()) {
      Path path = blobs.fetch(artifact);
      check(artifact, path);
      classPath.add(path);
    }
    String digest =
        HexFormat.of().formatHex(definition.getBundle().getDigest().getSha256().toByteArray());
    JobCode code = new JobCode(digest, classPath, List.of(root(definition.getEntry())));
    return engine.open(code, settings(definition), job);
  }

  private static void check(Artifact artifact, Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() == 0) {
        throw new IOException("it is empty");
      }
    } catch (IOException e) {
      throw new IOException(
          artifact.getName()
              + " on the job's class path is not a readable jar ("
              + e.getMessage()
              + "). Build it again and submit again",
          e);
    }
  }

  private static String root(Entry entry) {
    return entry.hasMain() ? entry.getMain().getClassName() : entry.getBody().getCapturingClass();
  }

  private static JobSettings settings(JobDefinition definition) {
    Environment environment = definition.getEnvironment();
    Locale locale = Locale.forLanguageTag(environment.getLocale().replace('_', '-'));
    String zone =
        environment.getTimeZone().isEmpty()
            ? ZoneId.systemDefault().getId()
            : environment.getTimeZone();
    Map<String, String> properties = new HashMap<>(environment.getSystemPropertiesMap());
    if (!environment.getWorkingDirectory().isEmpty()) {
      properties.put("user.dir", environment.getWorkingDirectory());
    }
    return new JobSettings(
        definition.getSettings().getName(),
        properties,
        environment.getVariablesMap(),
        environment.getLocale().isEmpty() ? Locale.getDefault() : locale,
        zone,
        definition.getSettings().getTorture());
  }
}
