package dev.stint.coordinator;

import dev.stint.cluster.Command;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.cluster.NodeId;
import dev.stint.cluster.balance.CellLoad;
import dev.stint.cluster.balance.LoadView;
import dev.stint.cluster.balance.Placement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives queued jobs a node. On the loop. */
final class Placer {
  private final Authority authority;
  private final AuthorityLog log;
  private final LoadViews views;
  private final EventLog events;
  private final Clock clock;
  private final Loop loop;
  private final Map<JobId, NodeId> underWay = new LinkedHashMap<>();
  private final Map<JobId, String> waiting = new HashMap<>();

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
      waiting.clear();
      return;
    }
    for (JobView job : queued) {
      if (!underWay.containsKey(job.id())) {
        place(job, withThoseUnderWay(views.now()));
      }
    }
  }

  /** Roots that were just given a node count there, so that a burst of jobs is spread. */
  private LoadView withThoseUnderWay(LoadView load) {
    List<CellLoad> cells = new ArrayList<>(load.cells());
    long number = Long.MAX_VALUE;
    for (NodeId node : underWay.values()) {
      cells.add(CellLoad.of(number--, node.name(), 0, 1, 0));
    }
    return new LoadView(load.now(), load.nodes(), cells);
  }

  private void place(JobView job, LoadView load) {
    Optional<Placement> place = Placement.of(load, JobSpecs.labels(job.request()));
    if (place.isEmpty()) {
      String why = whyNot(job, load);
      if (waiting.put(job.id(), why) == null) {
        events.add("job", job.request().name() + " (" + job.id() + ") waits: " + why);
      }
      return;
    }
    waiting.remove(job.id());
    underWay.put(job.id(), place.get().node());
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

  /** Why a queued job has no node yet, for people. */
  String whyQueued(JobId job) {
    return waiting.getOrDefault(job, "it is about to be given a node");
  }

  private static String whyNot(JobView job, LoadView load) {
    return load.nodes().isEmpty()
        ? "there are no nodes"
        : "no node that is up has the labels " + JobSpecs.labels(job.request());
  }
}
