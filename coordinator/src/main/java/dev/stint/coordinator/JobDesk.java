package dev.stint.coordinator;

import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.JobId;
import dev.stint.cluster.JobRequest;
import dev.stint.cluster.JobState;
import dev.stint.cluster.JobView;
import dev.stint.proto.Artifact;
import dev.stint.proto.JobDefinition;
import dev.stint.proto.JobDescription;
import dev.stint.proto.LossPolicy;
import dev.stint.proto.SubmitReply;
import dev.stint.proto.SubmitRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What clients ask about jobs. Calls come from any thread; each may touch the disk, so none is made
 * on the loop. Refusals are {@link RequestException}s.
 */
public final class JobDesk {
  /** Longest wait that is granted. */
  public static final Duration MAX_WAIT = Duration.ofSeconds(30);

  /** Most jobs in one list. */
  static final int MAX_LISTED = 1000;

  /** How often a job with the restart policy starts again before it counts as lost. */
  static final int MAX_RESTARTS = 3;

  private final Authority authority;
  private final AuthorityLog log;
  private final BlobStore blobs;
  private final JobViews views;
  private final Clock clock;
  private final Map<JobId, CompletableFuture<@Nullable Void>> ends = new HashMap<>();

  JobDesk(Authority authority, AuthorityLog log, BlobStore blobs, JobViews views, Clock clock) {
    this.authority = authority;
    this.log = log;
    this.blobs = blobs;
    this.views = views;
    this.clock = clock;
  }

  /** Makes a job durable, or attaches to the one that is there already. */
  public CompletableFuture<SubmitReply> submit(SubmitRequest request) throws IOException {
    JobRequest job = requestOf(request);
    return log.propose(new Command.SubmitJob(job, clock.now()))
        .thenApply(answer ->
            switch (answer) {
              case Answer.Submitted submitted ->
                  SubmitReply.newBuilder()
                      .setJobId(submitted.job().value())
                      .setAttached(submitted.attached())
                      .build();
              case Answer.Refusing refusal -> throw RequestException.of(refusal);
              default -> throw new IllegalStateException("not an answer to submit: " + answer);
            });
  }

  private JobRequest requestOf(SubmitRequest request) throws IOException {
    JobId id = Names.job(request.getJobId());
    requireBlobs(request.getBundle().getArtifactsList());
    requireBlobs(request.getSettings().getFilesMap().values());
    JobDefinition definition =
        JobDefinition.newBuilder()
            .setJobId(id.value())
            .setSettings(request.getSettings())
            .setBundle(request.getBundle())
            .setEntry(request.getEntry())
            .setEnvironment(request.getEnvironment())
            .setHasInput(request.getHasInput())
            .build();
    String name = request.getSettings().getName();
    String key = request.getSettings().getIdempotencyKey();
    return new JobRequest(
        id,
        name.isEmpty() ? id.value() : name,
        blobs.put(request.getBundle().toByteArray()),
        blobs.put(request.getEntry().toByteArray()),
        JobSpecs.of(definition, blobs.put(definition.toByteArray())),
        key.isEmpty() ? null : key,
        request.getSettings().getOnLoss() == LossPolicy.LOSS_POLICY_RESTART ? MAX_RESTARTS : 0);
  }

  private void requireBlobs(Collection<Artifact> artifacts) throws IOException {
    for (Artifact artifact : artifacts) {
      if (!blobs.has(Wire.digest(artifact.getDigest()))) {
        throw new RequestException(
            RequestException.Category.PRECONDITION,
            "the file " + artifact.getName() + " was not uploaded before the job was submitted");
      }
    }
  }

  /** The job in full. */
  public JobDescription describe(String id) throws IOException {
    return views.describe(view(Names.job(id)));
  }

  /** The job in full, once it has ended or the wait is over. */
  public CompletableFuture<JobDescription> await(String id, Duration wait) {
    JobId job = Names.job(id);
    CompletableFuture<@Nullable Void> end = whenEnded(job);
    long millis = Math.clamp(wait.toMillis(), 0, MAX_WAIT.toMillis());
    CompletableFuture<@Nullable Void> enough =
        end.isDone() || millis == 0
            ? CompletableFuture.completedFuture(null)
            : end.copy().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    return enough.thenApplyAsync(_ -> {
      try {
        return views.describe(view(job));
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    });
  }

  private CompletableFuture<@Nullable Void> whenEnded(JobId job) {
    synchronized (ends) {
      return view(job).state().isFinal()
          ? CompletableFuture.completedFuture(null)
          : ends.computeIfAbsent(job, _ -> new CompletableFuture<>());
    }
  }

  /** The job has ended; those who wait for it are told. */
  void ended(JobId job) {
    CompletableFuture<@Nullable Void> end;
    synchronized (ends) {
      end = ends.remove(job);
    }
    if (end != null) {
      end.complete(null);
    }
  }

  /** The newest jobs, without their results. */
  public List<JobDescription> list(int limit) {
    int count = limit <= 0 ? MAX_LISTED : Math.min(limit, MAX_LISTED);
    List<JobView> jobs = new ArrayList<>(authority.read(machine -> machine.jobs()));
    jobs.sort(Comparator.comparing(JobView::submittedAt).reversed().thenComparing(JobView::id));
    return jobs.stream().limit(count).map(views::brief).toList();
  }

  /** Asks a job to end; done when that is durable. */
  public CompletableFuture<@Nullable Void> cancel(String id) {
    Command cancel = new Command.CancelJob(Names.job(id), false, "cancelled", clock.now());
    return log.propose(cancel)
        .thenAccept(answer -> {
          if (answer instanceof Answer.Refusing refusal) {
            throw RequestException.of(refusal);
          }
        });
  }

  /** The state of a job. */
  public JobState stateOf(JobId job) {
    return view(job).state();
  }

  private JobView view(JobId job) {
    return authority
        .read(machine -> machine.job(job))
        .orElseThrow(() ->
            new RequestException(
                RequestException.Category.NOT_FOUND,
                "there is no job " + job + "; 'stint job ls' shows those there are"));
  }
}
