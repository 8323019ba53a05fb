package dev.stint.cluster;

/** Sentences of the authority that more than one of its parts says. */
final class Texts {
  private Texts() {}

  static String takesNoCells(NodeView node) {
    String state =
        switch (node.state()) {
          case UP -> "up";
          case CORDONED -> "cordoned";
          case DRAINING -> "draining";
          case GONE -> "gone";
        };
    return "Node " + node.id() + " takes no work: it is " + state + "; choose a node that is up";
  }

  static String fenced(NodeProcess process) {
    return "Process "
        + process
        + " may no longer write: its node registered again or was declared gone."
        + " Drop its cells and register anew";
  }
}
