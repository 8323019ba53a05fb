package dev.stint.examples.census;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The census of one package. Its loop over the files is where it can be stopped and moved: between
 * files it holds only text and numbers.
 */
final class PackageAnalysis {
  /** Files read at once: few enough to hold as text, many enough to open the archive seldom. */
  private static final int BATCH = 16;

  private PackageAnalysis() {}

  static PackageCensus analyse(Path input, SourcePackage source) throws IOException {
    Tally tally = new Tally();
    List<String> files = source.files();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<String> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      List<String> texts = SourceArchive.read(input, batch);
      for (int i = 0; i < texts.size(); i++) {
        tally.add(FileAnalysis.analyse(batch.get(i), texts.get(i)));
      }
    }
    return tally.census(source.module(), source.name());
  }
}
