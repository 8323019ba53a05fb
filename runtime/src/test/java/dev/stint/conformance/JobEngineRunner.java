package dev.stint.conformance;

import dev.stint.runtime.EngineOptions;
import dev.stint.runtime.JobCode;
import dev.stint.runtime.JobRuntime;
import dev.stint.runtime.JobSettings;
import dev.stint.runtime.TaskletEngine;
import dev.stint.runtime.TortureReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Runs each program as the only job of an engine of its own, so that none can hurt another. */
final class JobEngineRunner implements EngineRunner {
  private static final long MOST_SECONDS = 40;

  private final EngineOptions options;

  JobEngineRunner(Path cache) {
    options = EngineOptions.ofMachine(cache);
  }

  @Override
  public RunReport run(Program program, Path classes, int torture) throws Exception {
    JobCode code = new JobCode(digest(program), List.of(classes), List.of(program.mainClass()));
    JobSettings settings = JobSettings.named(program.name()).torture(torture);
    ProgramHost host = new ProgramHost(program.stdin());
    try (TaskletEngine engine = TaskletEngine.start(options);
        JobRuntime job = engine.open(code, settings, host)) {
      job.startMain(host.newCell(), program.mainClass(), List.of());
      Result result = host.await(MOST_SECONDS);
      TortureReport report = job.torture();
      return new RunReport(result, sites(report.taken()), sites(report.missed()));
    }
  }

  /** Names a program's classes for as long as this JVM lives, which is all that is asked here. */
  private static String digest(Program program) {
    return HexFormat.of().formatHex(program.name().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<Site, Long> sites(Map<String, Long> counts) {
    Map<Site, Long> sites = new HashMap<>();
    counts.forEach((site, count) -> sites.merge(Site.parse(site), count, Long::sum));
    return sites;
  }
}
