package dev.stint.cli;

import dev.stint.client.NodeView;
import java.util.List;
import java.util.Locale;

/** Nodes with their tasklets and load, a line each. */
final class NodeBars {
  private static final int WIDTH = 30;

  private NodeBars() {}

  /** A bar is full when all carriers of the node are busy. */
  static List<String> render(List<NodeView> nodes) {
    int name = nodes.stream().mapToInt(node -> node.name().length()).max().orElse(0);
    return nodes.stream().map(node -> line(node, name)).toList();
  }

  /** All nodes in one line, for where lines cannot be drawn again. */
  static String oneLine(List<NodeView> nodes) {
    return String.join("   ", nodes.stream().map(NodeBars::brief).toList());
  }

  private static String brief(NodeView node) {
    return node.name()
        + " "
        + Shown.count(node.tasklets(), "tasklet")
        + ", cpu "
        + Shown.cpu(node.cpu())
        + unlessUp(node);
  }

  private static String line(NodeView node, int nameWidth) {
    double load = node.carriers() == 0 ? 0 : Math.min(1, node.cpu() / node.carriers());
    int full = (int) Math.round(load * WIDTH);
    String name = node.name() + " ".repeat(nameWidth - node.name().length());
    String bar = "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    return name
        + " "
        + bar
        + " cpu "
        + Shown.cpu(node.cpu())
        + ", "
        + Shown.count(node.tasklets(), "tasklet")
        + unlessUp(node);
  }

  private static String unlessUp(NodeView node) {
    String state = node.state().toLowerCase(Locale.ROOT);
    return state.equals("up") ? "" : " (" + state + ")";
  }
}
