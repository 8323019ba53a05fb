package dev.stint.node;

import dev.stint.proto.NodeMessage;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class FakeCoordinator implements CoordinatorGateway {
  private final List<NodeMessage> told = new ArrayList<>();
  private boolean connected = true;

  @Override
  public synchronized void tell(NodeMessage message) {
    if (connected) {
      told.add(message);
    }
  }

  synchronized void connected(boolean now) {
    connected = now;
  }

  synchronized List<NodeMessage> told() {
    return List.copyOf(told);
  }

  List<NodeMessage> told(NodeMessage.KindCase kind) {
    return told().stream().filter(message -> message.getKindCase() == kind).toList();
  }

  NodeMessage last(NodeMessage.KindCase kind) {
    return told(kind).getLast();
  }

  synchronized void clear() {
    told.clear();
  }
}
