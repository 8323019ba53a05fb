package dev.stint.coordinator;

import dev.stint.cluster.Command;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.balance.LoadView;
import dev.stint.cluster.balance.Placement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives queued jobs a node. On the loop. */
final class Placer {
  private final Authority authority;
  private final AuthorityLog log;
  private final LoadViews views;
  private final EventLog events;
  private final Clock clock;
  private final Loop loop;
  private final Set<JobId> underWay = new HashSet<>();
  private final Set<JobId> toldToWait = new HashSet<>();

  Placer(
      Authority authority,
      AuthorityLog log,
      LoadViews views,
      EventLog events,
      Clock clock,
      Loop loop) {
    this.authority = authority;
    this.log = log;
    this.views = views;
    this.events = events;
    this.clock = clock;
    this.loop = loop;
  }

  /** Places what is queued, as far as there are nodes for it. */
  void place() {
    List<JobView> queued =
        authority.read(machine ->
            machine.jobs().stream().filter(job -> job.state() == JobState.QUEUED).toList());
    if (queued.isEmpty()) {
      toldToWait.clear();
      return;
    }
    LoadView load = views.now();
    queued.stream().filter(job -> !underWay.contains(job.id())).forEach(job -> place(job, load));
  }

  private void place(JobView job, LoadView load) {
    Optional<Placement> place = Placement.of(load, JobSpecs.labels(job.request()));
    if (place.isEmpty()) {
      if (toldToWait.add(job.id())) {
        events.add("job", job.request().name() + " (" + job.id() + ") waits: " + whyNot(job, load));
      }
      return;
    }
    toldToWait.remove(job.id());
    underWay.add(job.id());
    events.add(
        "job",
        job.request().name()
            + " ("
            + job.id()
            + ") goes to "
            + place.get().node()
            + ": "
            + place.get().reason());
    log.propose(new Command.StartJob(job.id(), place.get().node(), clock.now()))
        .whenCompleteAsync((_, _) -> underWay.remove(job.id()), loop);
  }

  private static String whyNot(JobView job, LoadView load) {
    return load.nodes().isEmpty()
        ? "there are no nodes"
        : "no node that is up has the labels " + JobSpecs.labels(job.request());
  }
}
