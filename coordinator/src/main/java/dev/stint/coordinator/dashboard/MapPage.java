package dev.stint.coordinator.dashboard;

import dev.stint.proto.NodeDescription;
import dev.stint.proto.TaskletDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where tasklets are: each a dot, or, when there are too many, how many of a kind are where.
 *
 * @param nodes those that are not gone
 * @param jobs the jobs that the numbers in dots and tiles mean
 * @param dots tasklets; empty when there are more than {@link #MAX_DOTS}
 * @param tiles counts; empty when there are dots
 */
public record MapPage(
    List<Node> nodes, List<Job> jobs, List<Object[]> dots, List<Object[]> tiles, long total) {
  /** Most tasklets that are shown one by one. */
  public static final int MAX_DOTS = 2_000;

  /** A box. */
  public record Node(String name, String state, double cpu, int carriers, long tasklets) {}

  /** A colour. */
  public record Job(String id, String name) {}

  /** The page. A dot is [id, node, job, state], a tile [node, job, state, count], by place. */
  public static MapPage of(ClusterRecords records) {
    Map<String, Integer> nodeNumbers = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (NodeDescription node : records.figures().nodes()) {
      if (!node.getState().startsWith("gone")) {
        nodeNumbers.put(node.getNode().getName(), nodes.size());
        nodes.add(node(node));
      }
    }
    Map<String, Integer> jobs = new LinkedHashMap<>();
    List<Object[]> dots = new ArrayList<>();
    List<Object[]> tiles = new ArrayList<>();
    if (records.tasklets().size() <= MAX_DOTS) {
      for (TaskletDescription tasklet : records.tasklets()) {
        Integer node = nodeNumbers.get(tasklet.getNode());
        if (node != null) {
          dots.add(
              new Object[] {
                tasklet.getTaskletId(),
                node,
                number(jobs, tasklet.getJobId()),
                Words.of(tasklet.getState())
              });
        }
      }
    } else {
      for (ClusterRecords.Crowd crowd : records.crowds()) {
        Integer node = nodeNumbers.get(crowd.node());
        if (node != null) {
          tiles.add(new Object[] {node, number(jobs, crowd.job()), crowd.state(), crowd.count()});
        }
      }
    }
    long total = records.figures().tasklets().total();
    return new MapPage(nodes, named(jobs, records), dots, tiles, total);
  }

  private static Node node(NodeDescription node) {
    return new Node(
        node.getNode().getName(),
        node.getState(),
        OverviewPage.round(node.getCpu()),
        node.getCarriers(),
        node.getTasklets());
  }

  private static int number(Map<String, Integer> jobs, String id) {
    return jobs.computeIfAbsent(id, _ -> jobs.size());
  }

  private static List<Job> named(Map<String, Integer> jobs, ClusterRecords records) {
    Map<String, String> names = new LinkedHashMap<>();
    records.jobs().forEach(job -> names.put(job.getJobId(), job.getName()));
    return jobs.keySet().stream().map(id -> new Job(id, names.getOrDefault(id, id))).toList();
  }
}
