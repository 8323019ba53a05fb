package dev.stint.node;

import dev.stint.cluster.CellId;
import dev.stint.cluster.JobRun;
import dev.stint.proto.JobDefinition;
import dev.stint.runtime.MapPort;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runs of jobs that are here. Opening one happens aside, since it reads files. On the loop. */
final class JobTable {
  private final String nodeName;
  private final Loop loop;
  private final CoordinatorGateway coordinator;
  private final JobOpening opening;
  private final JobFiles files;
  private final JobEvents events;
  private final Function<CellId, String> places;
  private final MapPort maps;
  private final Map<JobRun, HostedJob> jobs = new HashMap<>();

  JobTable(
      String nodeName,
      Loop loop,
      CoordinatorGateway coordinator,
      JobOpening opening,
      JobFiles files,
      JobEvents events,
      Function<CellId, String> places,
      MapPort maps) {
    this.maps = maps;
    this.nodeName = nodeName;
    this.loop = loop;
    this.coordinator = coordinator;
    this.opening = opening;
    this.files = files;
    this.events = events;
    this.places = places;
  }

  /** A run that is here, or null. */
  @Nullable HostedJob get(JobRun run) {
    return jobs.get(run);
  }

  /** The run of a definition, opened if it is new here, or if what it lacked may be had now. */
  HostedJob provide(JobDefinition definition) {
    HostedJob known = jobs.get(HostedJob.runOf(definition));
    if (known == null) {
      return begin(definition);
    }
    if (known.forgetPassingFailure()) {
      beginOpening(known);
    }
    return known;
  }

  /** All that are here. */
  Collection<HostedJob> all() {
    return List.copyOf(jobs.values());
  }

  /** Those of all runs of a job. */
  List<HostedJob> runsOf(String jobId) {
    return jobs.values().stream().filter(job -> job.run().job().value().equals(jobId)).toList();
  }

  /** Ends what is here of a run. */
  void drop(JobRun run) {
    HostedJob job = jobs.remove(run);
    if (job != null) {
      job.close();
      files.forget(run);
    }
  }

  private HostedJob begin(JobDefinition definition) {
    HostedJob job =
        new HostedJob(definition, nodeName, loop, coordinator, events, files, places, maps);
    jobs.put(job.run(), job);
    beginOpening(job);
    return job;
  }

  private void beginOpening(HostedJob job) {
    Thread.ofVirtual().name("stint-open-" + job.run()).start(() -> open(job));
  }

  private void open(HostedJob job) {
    HostedJob.Opened result;
    try {
      result = new HostedJob.Opened.Ready(opening.open(job));
    } catch (Exception e) {
      result = new HostedJob.Opened.Broken(e);
    }
    HostedJob.Opened outcome = result;
    loop.execute(() -> job.opened(outcome));
  }
}
