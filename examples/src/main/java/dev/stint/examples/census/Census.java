package dev.stint.examples.census;

import dev.stint.Tasklet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The census as a whole: in this JVM, or split into one tasklet for each package. */
public final class Census {
  private Census() {}

  /**
   * Counts one package after the other, here.
   *
   * @param input a zip or folder of Java sources
   * @param only counts only packages whose folder begins so; empty for all
   */
  public static Report plain(Path input, String only) throws IOException {
    List<PackageCensus> parts = new ArrayList<>();
    for (SourcePackage source : packages(input, only)) {
      parts.add(PackageAnalysis.analyse(input, source));
    }
    return Report.of(parts);
  }

  /**
   * Counts each package in a tasklet of its own; to be called in a job.
   *
   * @param file the name under which the archive was shipped with the job
   * @param only as for {@link #plain}
   */
  public static Report distributed(String file, String only) throws IOException {
    List<Tasklet<PackageCensus>> tasklets = new ArrayList<>();
    for (SourcePackage source : packages(Tasklet.file(file), only)) {
      tasklets.add(Tasklet.spawn(() -> PackageAnalysis.analyse(Tasklet.file(file), source)));
    }
    List<PackageCensus> parts = new ArrayList<>();
    for (Tasklet<PackageCensus> tasklet : tasklets) {
      parts.add(tasklet.join());
      Tasklet.progress(parts.size(), tasklets.size(), "packages counted");
    }
    return Report.of(parts);
  }

  private static List<SourcePackage> packages(Path input, String only) throws IOException {
    List<SourcePackage> wanted = new ArrayList<>();
    for (SourcePackage source : SourceArchive.packages(input)) {
      if (source.files().get(0).startsWith(only)) {
        wanted.add(source);
      }
    }
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no .java files in " + input + (only.isEmpty() ? "" : " below " + only));
    }
    return wanted;
  }
}
