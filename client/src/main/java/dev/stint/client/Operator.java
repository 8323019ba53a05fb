package dev.stint.client;

import dev.stint.TaskletId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What operators ask of a cluster: where things are, and that they be elsewhere.
 *
 * <p>Every method throws {@link StintUnavailableException} if the coordinator does not answer, and
 * {@link NotFoundException} for a node, job or tasklet that it does not know. Streams that follow
 * go on until closed.
 */
public interface Operator {
  ClusterView status();

  List<NodeView> nodes();

  /** The jobs submitted last, newest first. */
  List<JobView> jobs(int limit);

  /** Tasklets, of one job or node where these are not empty. */
  List<TaskletView> tasklets(String job, String node, int limit);

  /** One tasklet; with its Java stack where asked for. */
  TaskletView tasklet(TaskletId id, boolean withStack);

  /**
   * Moves a tasklet.
   *
   * @param node where to; empty lets the balancer choose
   * @throws RefusedException if it cannot move now, saying what pins or anchors it
   */
  MoveView move(TaskletId id, String node);

  /** No new work for the node, or new work again. */
  void cordon(String node, boolean cordoned);

  /** Cordons the node and moves everything away; figures come until it is empty. */
  Stream<DrainView> drain(String node, Duration deadline);

  /**
   * What the balancer would do now.
   *
   * @param apply whether to begin it, also while balancing is paused
   */
  BalanceView balance(boolean apply);

  /**
   * Stops the balancer from moving anything by itself, or lets it again. Nodes that are drained are
   * emptied all the same; a coordinator that restarts balances.
   */
  void pauseBalance(boolean paused);

  /**
   * Drops the record of a node that is gone.
   *
   * @throws RefusedException if it is not gone
   */
  void forgetNode(String node);

  /**
   * Drops a job that has ended, with its output and result.
   *
   * @throws RefusedException if it has not ended
   */
  void forgetJob(JobId job);

  /**
   * What happened.
   *
   * @param after sequence number to begin after; 0 for the oldest kept
   * @param follow whether to go on until closed
   */
  Stream<EventView> events(long after, boolean follow);
}
