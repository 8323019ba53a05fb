package dev.stint.cluster;

import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The authority's book of jobs. */
final class JobLedger {
  private static final Answer.Accepted ACCEPTED = new Answer.Accepted();

  private final AuthorityState state;
  private final Outbox out;
  private final CellLedger cells;

  JobLedger(AuthorityState state, Outbox out, CellLedger cells) {
    this.state = state;
    this.out = out;
    this.cells = cells;
  }

  Answer submit(Command.SubmitJob command) {
    JobRequest request = command.request();
    JobRecord earlier = earlier(request);
    if (earlier != null) {
      return earlier.request.asksTheSameAs(request)
          ? new Answer.Submitted(earlier.request.id(), true)
          : new Answer.Conflict(
              "Job "
                  + earlier.request.id()
                  + " already has this id or idempotency key, with other code or arguments;"
                  + " choose another key");
    }
    JobRecord job = new JobRecord(request, command.at());
    state.jobs.put(request.id(), job);
    String key = request.idempotencyKey();
    if (key != null) {
      state.idempotencyKeys.put(key, request.id());
    }
    tell(job);
    return new Answer.Submitted(request.id(), false);
  }

  private @Nullable JobRecord earlier(JobRequest request) {
    JobRecord sameId = state.jobs.get(request.id());
    String key = request.idempotencyKey();
    if (sameId != null || key == null) {
      return sameId;
    }
    JobId sameKey = state.idempotencyKeys.get(key);
    return sameKey == null ? null : state.jobs.get(sameKey);
  }

  Answer start(Command.StartJob command) {
    JobRecord job = state.jobs.get(command.job());
    NodeView node = state.nodes.get(command.node());
    if (job == null) {
      return noSuchJob(command.job());
    }
    if (node == null) {
      return NodeLedger.noSuchNode(command.node());
    }
    if (job.state != JobState.QUEUED) {
      return new Answer.Conflict("Job " + command.job() + " is no longer queued: " + job.state);
    }
    if (node.state() != NodeState.UP) {
      return new Answer.NotEligible(Texts.takesNoCells(node));
    }
    CellRecord root = cells.grantRoot(job.run, node.process());
    job.state = JobState.RUNNING;
    job.root = root.cell;
    job.rootStarted = false;
    job.startedAt = command.at();
    job.hosts.add(node.process());
    tell(job);
    out.send(startRoot(job, root));
    return new Answer.Placed(job.run, root.cell, root.epoch, root.owner);
  }

  Answer rootStarted(Command.RootStarted command) {
    JobRecord job = state.runningJob(command.run());
    CellRecord root = job == null ? null : rootOf(job);
    if (job == null || root == null) {
      dropAgain(command.run(), command.process());
      return new Answer.NoSuchJob("Job " + command.run() + " does not run; drop it");
    }
    if (!root.owner.equals(command.process()) || !state.isCurrent(command.process())) {
      return new Answer.Fenced(Texts.fenced(command.process()));
    }
    job.rootStarted = true;
    return ACCEPTED;
  }

  /** An order that came late may have made something of a run that the process had dropped. */
  private void dropAgain(JobRun run, NodeProcess process) {
    if (state.isCurrent(process)) {
      out.send(new Effect.SendDropJob(process, run));
    }
  }

  Answer ended(Command.JobEnded command) {
    JobRecord job = state.jobs.get(command.run().job());
    CellRecord root = job != null && job.isRunning(command.run()) ? rootOf(job) : null;
    if (job == null || root == null) {
      dropAgain(command.run(), command.process());
      return job != null && job.state.isFinal() && command.run().equals(job.run)
          ? ACCEPTED
          : new Answer.StaleEpoch("Run " + command.run() + " is over", command.epoch());
    }
    CellRecord meant = root;
    if (!root.cell.equals(command.root()) && command.outcome() instanceof JobOutcome.Failed) {
      meant = state.cells.get(command.root());
    }
    if (meant == null
        || !meant.run.equals(command.run())
        || !meant.cell.equals(command.root())
        || !meant.isOwnedBy(command.process(), command.epoch())
        || !state.isCurrent(command.process())) {
      return new Answer.StaleEpoch(
          "The root of " + command.run() + " is with " + root.owner + " now", root.epoch);
    }
    JobState end =
        switch (command.outcome()) {
          case JobOutcome.Done _ -> JobState.DONE;
          case JobOutcome.Failed _ -> JobState.FAILED;
          case JobOutcome.Cancelled _ -> JobState.CANCELLED;
          case JobOutcome.Lost _ -> JobState.LOST;
        };
    end(job, end, command.outcome(), command.at());
    return ACCEPTED;
  }

  Answer cancel(Command.CancelJob command) {
    JobRecord job = state.jobs.get(command.job());
    if (job == null) {
      return noSuchJob(command.job());
    }
    if (job.state.isFinal()) {
      return ACCEPTED;
    }
    if (job.cancelReason == null) {
      job.cancelReason = command.why();
    }
    if (job.state == JobState.QUEUED || command.atOnce()) {
      end(job, JobState.CANCELLED, new JobOutcome.Cancelled(command.why()), command.at());
      return ACCEPTED;
    }
    Effect order = cancelOrder(job);
    if (order != null) {
      out.send(order);
    }
    return ACCEPTED;
  }

  Answer dropped(Command.JobDropped command) {
    TreeSet<NodeProcess> holders = state.dropping.get(command.run());
    if (holders != null) {
      holders.remove(command.process());
      if (holders.isEmpty()) {
        state.dropping.remove(command.run());
      }
    }
    return ACCEPTED;
  }

  Answer forget(Command.ForgetJob command) {
    JobRecord job = state.jobs.get(command.job());
    if (job == null) {
      return noSuchJob(command.job());
    }
    if (!job.state.isFinal()) {
      return new Answer.Conflict("Job " + command.job() + " has not ended; cancel it first");
    }
    state.jobs.remove(command.job());
    String key = job.request.idempotencyKey();
    if (key != null) {
      state.idempotencyKeys.remove(key, command.job());
    }
    return ACCEPTED;
  }

  /** Cells of the run went down with a node: the job starts again or is over. */
  void cellsLost(JobRun run, String why, Instant at) {
    JobRecord job = state.runningJob(run);
    if (job == null) {
      return;
    }
    String cancelReason = job.cancelReason;
    if (cancelReason != null) {
      end(job, JobState.CANCELLED, new JobOutcome.Cancelled(cancelReason), at);
    } else if (run.run() <= job.request.restartsOnLoss()) {
      cells.dropRun(job, at);
      job.state = JobState.QUEUED;
      job.run = new JobRun(run.job(), run.run() + 1);
      job.root = null;
      job.rootStarted = false;
      tell(job);
    } else {
      end(job, JobState.LOST, new JobOutcome.Lost(lostText(job, why)), at);
    }
  }

  private static String lostText(JobRecord job, String why) {
    int restarts = job.request.restartsOnLoss();
    return why
        + ", with cells of this job"
        + (restarts == 0
            ? "; let the job restart after a loss if it may run again"
            : ", and all " + restarts + " restarts were used; submit it again");
  }

  private void end(JobRecord job, JobState newState, JobOutcome outcome, Instant at) {
    job.state = newState;
    job.outcome = outcome;
    job.endedAt = at;
    tell(job);
    cells.dropRun(job, at);
  }

  /** The order to start a running job's root, if it is still owed. */
  @Nullable Effect startOrder(JobRecord job) {
    CellRecord root = job.state == JobState.RUNNING && !job.rootStarted ? rootOf(job) : null;
    return root == null || !state.isCurrent(root.owner) ? null : startRoot(job, root);
  }

  /** The order to cancel a running job's root, if one is owed. */
  @Nullable Effect cancelOrder(JobRecord job) {
    String why = job.cancelReason;
    CellRecord root = job.state == JobState.RUNNING ? rootOf(job) : null;
    return root == null || why == null || !state.isCurrent(root.owner)
        ? null
        : new Effect.SendCancel(root.owner, job.run, root.cell, root.epoch, why);
  }

  private static Effect startRoot(JobRecord job, CellRecord root) {
    return new Effect.SendStartRoot(root.owner, job.run, root.cell, root.epoch, job.request);
  }

  private @Nullable CellRecord rootOf(JobRecord job) {
    CellId root = job.root;
    return root == null ? null : state.cells.get(root);
  }

  private void tell(JobRecord job) {
    out.tell(new Fact.JobChanged(job.run, job.state));
  }

  private static Answer noSuchJob(JobId id) {
    return new Answer.NoSuchJob("there is no job " + id + "; 'stint job ls' shows those there are");
  }
}
