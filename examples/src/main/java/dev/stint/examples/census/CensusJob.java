package dev.stint.examples.census;

import dev.stint.client.JobSpec;
import dev.stint.client.StintClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The census on a cluster: ships the archive with the job, and shows the report it returns. */
public final class CensusJob {
  private static final String FILE = "src.zip";

  private CensusJob() {}

  /** Prints the report; see {@link CensusArguments#USAGE}. */
  public static void main(String[] args) throws IOException {
    CensusArguments wanted;
    try {
      wanted = CensusArguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try (StintClient stint = StintClient.connect()) {
      CensusPlain.show(run(stint, wanted.input(), wanted.only()), wanted);
    }
  }

  /** Submits the census of an archive or folder and waits for its report. */
  public static Report run(StintClient stint, Path input, String only) throws IOException {
    JobSpec spec = JobSpec.named("census").file(FILE, archiveOf(input));
    return stint.submit(spec, () -> Census.distributed(FILE, only)).get();
  }

  /** A folder is shipped as a zip of its Java files. */
  private static Path archiveOf(Path input) throws IOException {
    if (!Files.isDirectory(input)) {
      return input;
    }
    Path zip = Files.createTempFile("census", ".zip");
    zip.toFile().deleteOnExit();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (SourcePackage source : SourceArchive.packages(input)) {
        for (String file : source.files()) {
          out.putNextEntry(new ZipEntry(file));
          Files.copy(input.resolve(file), out);
          out.closeEntry();
        }
      }
    }
    return zip;
  }
}
