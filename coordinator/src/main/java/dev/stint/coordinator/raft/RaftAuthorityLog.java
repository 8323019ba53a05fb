package dev.stint.coordinator.raft;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.stint.cluster.Answer;
import dev.stint.cluster.Command;
import dev.stint.cluster.CommandCodec;
import dev.stint.coordinator.Authority;
import dev.stint.coordinator.AuthorityLog;
import dev.stint.coordinator.Disk;
import dev.stint.coordinator.DiskFullException;
import dev.stint.coordinator.RequestException;
import dev.stint.coordinator.StartupException;
import io.microraft.Ordered;
import io.microraft.RaftConfig;
import io.microraft.RaftNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log through MicroRaft, kept on disk. Proposals are group-committed: what arrives while an
 * entry is being written goes together into the next one, so that a burst costs few syncs and a
 * single proposal waits for nobody.
 */
public final class RaftAuthorityLog implements AuthorityLog {
  /** After how many entries the log is replaced by a snapshot. */
  public static final int ENTRIES_PER_SNAPSHOT = 10_000;

  /** Most bytes of commands in one entry; a command alone may have more. */
  static final int MAX_ENTRY = 8 << 20;

  /** Most bytes of one command: it fits into a record of the journal with room to spare. */
  static final int MAX_COMMAND = 32 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(RaftAuthorityLog.class);
  private static final int MAX_WAITING = 100_000;
  private static final int REPLAY_SECONDS = 120;
  private static final Member SELF = new Member("coordinator-0");

  private final LogStore store;
  private final RaftNode raft;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final ArrayDeque<Proposal> waiting = new ArrayDeque<>();

  @GuardedBy("lock")
  private List<Proposal> inFlight = List.of();

  @GuardedBy("lock")
  private @Nullable RequestException closedBecause;

  private record Proposal(Command command, int bytes, CompletableFuture<Answer> answer) {}

  private RaftAuthorityLog(Disk disk, Authority authority, int entriesPerSnapshot)
      throws IOException {
    this.store = LogStore.open(disk, this::storeFailed);
    RaftNode.RaftNodeBuilder builder =
        RaftNode.newBuilder()
            .setGroupId("stint")
            .setConfig(
                RaftConfig.newBuilder().setCommitCountToTakeSnapshot(entriesPerSnapshot).build())
            .setTransport(new NoPeers())
            .setStateMachine(new CommandApplier(authority))
            .setStore(store);
    store
        .restored()
        .ifPresentOrElse(
            builder::setRestoredState,
            () -> builder.setLocalEndpoint(SELF).setInitialGroupMembers(List.of(SELF)));
    this.raft = builder.build();
  }

  /** Opens the log of a disk and applies what is in it. */
  public static RaftAuthorityLog open(Disk disk, Authority authority) throws StartupException {
    return open(disk, authority, ENTRIES_PER_SNAPSHOT);
  }

  static RaftAuthorityLog open(Disk disk, Authority authority, int entriesPerSnapshot)
      throws StartupException {
    try {
      RaftAuthorityLog log = new RaftAuthorityLog(disk, authority, entriesPerSnapshot);
      log.replay(disk);
      return log;
    } catch (IOException e) {
      throw unusable(disk, e);
    }
  }

  /** The answer to a first proposal comes after everything older has been applied. */
  private void replay(Disk disk) throws StartupException {
    if (store.cutBytes() > 0) {
      LOG.warn("cut {} bytes of an unfinished record off the log's end", store.cutBytes());
    }
    try {
      raft.start().get(REPLAY_SECONDS, TimeUnit.SECONDS);
      propose(new Command.Batch(List.of())).get(REPLAY_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      close();
      throw unusable(disk, rootOf(e));
    } catch (TimeoutException e) {
      close();
      throw unusable(disk, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw unusable(disk, e);
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static StartupException unusable(Disk disk, Throwable cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    boolean saysAll = cause instanceof DiskFullException || cause instanceof RequestException;
    return new StartupException(
        StartupException.Kind.UNREACHABLE,
        saysAll ? why : "cannot open the log in " + disk.place() + ": " + why,
        cause);
  }

  @Override
  public CompletableFuture<Answer> propose(Command command) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    int bytes = CommandCodec.encode(command).size();
    RequestException refusal;
    synchronized (lock) {
      refusal = refusalNow(bytes);
      if (refusal == null) {
        waiting.add(new Proposal(command, bytes, answer));
        sendNext();
      }
    }
    if (refusal != null) {
      answer.completeExceptionally(refusal);
    }
    return answer;
  }

  @GuardedBy("lock")
  private @Nullable RequestException refusalNow(int bytes) {
    if (closedBecause != null) {
      return closedBecause;
    }
    if (bytes > MAX_COMMAND) {
      return new RequestException(
          RequestException.Category.INVALID,
          "a change of " + bytes + " bytes does not fit into the log; the limit is " + MAX_COMMAND);
    }
    return waiting.size() < MAX_WAITING
        ? null
        : new RequestException(
            RequestException.Category.EXHAUSTED,
            MAX_WAITING + " changes wait for the log already; try again in a moment");
  }

  @GuardedBy("lock")
  private void sendNext() {
    if (!inFlight.isEmpty() || waiting.isEmpty()) {
      return;
    }
    List<Proposal> next = takeNext();
    inFlight = next;
    raft.<Answer>replicate(commandFor(next))
        .whenComplete((done, failure) -> {
          synchronized (lock) {
            inFlight = List.of();
            sendNext();
          }
          if (done != null) {
            answer(next, done);
          } else {
            fail(next, Objects.requireNonNull(failure));
          }
        });
  }

  /** A batch cannot hold a batch, so one that was proposed goes alone. */
  @GuardedBy("lock")
  private List<Proposal> takeNext() {
    List<Proposal> next = new ArrayList<>();
    long bytes = 0;
    while (!waiting.isEmpty() && next.size() < Command.MAX_BATCH) {
      boolean isBatch = waiting.element().command() instanceof Command.Batch;
      bytes += waiting.element().bytes();
      if ((isBatch || bytes > MAX_ENTRY) && !next.isEmpty()) {
        break;
      }
      next.add(waiting.remove());
      if (isBatch) {
        break;
      }
    }
    return next;
  }

  private static Command commandFor(List<Proposal> proposals) {
    return proposals.size() == 1
        ? proposals.getFirst().command()
        : new Command.Batch(proposals.stream().map(Proposal::command).toList());
  }

  private static void answer(List<Proposal> proposals, Ordered<Answer> done) {
    Answer answer = done.getResult();
    if (proposals.size() == 1) {
      proposals.getFirst().answer().complete(answer);
      return;
    }
    List<Answer> each = ((Answer.Each) answer).answers();
    for (int i = 0; i < proposals.size(); i++) {
      proposals.get(i).answer().complete(each.get(i));
    }
  }

  private void fail(List<Proposal> proposals, Throwable failure) {
    RequestException reason;
    synchronized (lock) {
      reason =
          closedBecause != null
              ? closedBecause
              : new RequestException(
                  RequestException.Category.UNAVAILABLE,
                  "the log did not take the change: " + rootOf(failure).getMessage());
    }
    proposals.forEach(proposal -> proposal.answer().completeExceptionally(reason));
  }

  /** MicroRaft swallows a flush that failed, so those who wait for it are told from here. */
  private void storeFailed(IOException failure) {
    RequestException reason =
        new RequestException(
            RequestException.Category.EXHAUSTED,
            failure instanceof DiskFullException full
                ? String.valueOf(full.getMessage())
                : "the log cannot be written ("
                    + failure.getMessage()
                    + "): nothing new is accepted; look at the disk and restart the coordinator");
    LOG.error("{}", reason.getMessage());
    closeBecause(reason);
  }

  private void closeBecause(RequestException reason) {
    List<Proposal> left = new ArrayList<>();
    synchronized (lock) {
      if (closedBecause != null) {
        return;
      }
      closedBecause = reason;
      left.addAll(inFlight);
      left.addAll(waiting);
      waiting.clear();
    }
    left.forEach(proposal -> proposal.answer().completeExceptionally(reason));
  }

  @Override
  public void close() {
    closeBecause(
        new RequestException(
            RequestException.Category.UNAVAILABLE, "the coordinator is stopping; try again"));
    try {
      raft.terminate().get(REPLAY_SECONDS, TimeUnit.SECONDS);
      store.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IOException e) {
      if (!(rootOf(e) instanceof DiskFullException)) { // That was said when it happened.
        LOG.warn("the log was not closed cleanly: {}", rootOf(e).getMessage());
      }
    }
  }
}
