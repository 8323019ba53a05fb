package dev.stint.examples.census;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;

/** The census in one JVM, without a cluster. */
public final class CensusPlain {
  private CensusPlain() {}

  /** Prints the report; see {@link CensusArguments#USAGE}. */
  public static void main(String[] args) throws IOException {
    CensusArguments wanted;
    Report report;
    try {
      wanted = CensusArguments.parse(args);
      report = Census.plain(wanted.input(), wanted.only());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    show(report, wanted);
  }

  @SuppressWarnings("SystemConsoleNull") // by its contract it may be null, whatever 22 to 24 did
  static void show(Report report, CensusArguments wanted) throws IOException {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    boolean colours = terminal && System.getenv("NO_COLOR") == null;
    System.out.print(ReportText.of(report, colours));
    if (wanted.html().isPresent()) {
      Files.writeString(wanted.html().get(), ReportHtml.of(report));
      System.out.println("written to " + wanted.html().get());
    }
  }
}
