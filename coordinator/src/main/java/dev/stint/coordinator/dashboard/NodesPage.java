package dev.stint.coordinator.dashboard;

import dev.stint.proto.NodeDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What nodes use, against what they promised when they joined.
 *
 * @param left how many nodes are not listed
 */
public record NodesPage(List<Node> nodes, int left) {
  /** Most nodes listed. */
  public static final int MAX_NODES = 500;

  /**
   * A node.
   *
   * @param cpu CPU seconds per second that its tasklets use
   * @param carriers CPU seconds per second that it promised
   */
  public record Node(
      String name,
      long incarnation,
      String state,
      String address,
      Map<String, String> labels,
      double cpu,
      int carriers,
      long tasklets,
      long ready,
      long heapUsed,
      long heapMax,
      long sinceMillis) {}

  /** The page: those that are there before those that are gone, by name. */
  public static NodesPage of(ClusterRecords records) {
    List<NodeDescription> all = records.figures().nodes();
    List<Node> nodes =
        all.stream()
            .map(NodesPage::node)
            .sorted(
                Comparator.comparing((Node node) -> node.state().startsWith("gone"))
                    .thenComparing(Node::name, NodesPage::byNumber))
            .limit(MAX_NODES)
            .toList();
    return new NodesPage(nodes, all.size() - nodes.size());
  }

  /** node-2 comes before node-10. */
  static int byNumber(String a, String b) {
    int digitsA = a.length() - a.replaceAll("[0-9]+$", "").length();
    int digitsB = b.length() - b.replaceAll("[0-9]+$", "").length();
    String headA = a.substring(0, a.length() - digitsA);
    String headB = b.substring(0, b.length() - digitsB);
    return headA.equals(headB) && digitsA != digitsB
        ? Integer.compare(digitsA, digitsB)
        : a.compareTo(b);
  }

  private static Node node(NodeDescription node) {
    return new Node(
        node.getNode().getName(),
        node.getNode().getIncarnation(),
        node.getState(),
        node.getAddress(),
        new TreeMap<>(node.getLabelsMap()),
        OverviewPage.round(node.getCpu()),
        node.getCarriers(),
        node.getTasklets(),
        node.getReady(),
        node.getHeapUsedBytes(),
        node.getHeapMaxBytes(),
        node.getSinceMillis());
  }
}
