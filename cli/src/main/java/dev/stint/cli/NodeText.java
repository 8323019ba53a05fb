package dev.stint.cli;

import dev.stint.client.NodeView;
import java.util.ArrayList;
import java.util.List;

/** A node as a person reads it. */
final class NodeText {
  private NodeText() {}

  static List<String> lines(NodeView node) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "node "
            + node.name()
            + ", life "
            + node.incarnation()
            + ", "
            + node.state()
            + " since "
            + Shown.dayAndTime(node.since()));
    lines.add("at " + node.address());
    lines.add(
        Shown.count(node.tasklets(), "tasklet")
            + ", "
            + node.ready()
            + " ready, "
            + Shown.count(node.carriers(), "carrier"));
    lines.add(
        Shown.cpu(node.cpu())
            + " processors used, heap "
            + Shown.heap(node.heapUsedBytes(), node.heapMaxBytes()));
    if (!node.labels().isEmpty()) {
      lines.add("labels " + Shown.labels(node.labels()));
    }
    return lines;
  }
}
