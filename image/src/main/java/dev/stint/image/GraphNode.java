package dev.stint.image;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose parts are being written before it, or which waits for one that is. */
final class GraphNode {
  final Object key;
  final Object value;
  final TypeBinding binding;
  final int depth;

  /** Where this object's state is recorded: the shared stack, or its own copy once it waits. */
  Recording home;

  int firstByte;
  int shellByteEnd;
  int lastByte;
  int firstRef;
  int shellRefEnd;
  int lastRef;
  int nextRef;

  /** The shallowest unfinished object that this one's parts lead back to; itself if none. */
  GraphNode low;

  boolean closed;
  boolean shellWritten;
  boolean written;

  /** Objects that can only be written once this one is complete, in order. */
  @Nullable List<GraphNode> waiting;

  GraphNode(Object key, Object value, TypeBinding binding, int depth, Recording home) {
    this.key = key;
    this.value = value;
    this.binding = binding;
    this.depth = depth;
    this.home = home;
    this.low = this;
  }

  boolean isShell() {
    return binding.codec() instanceof ShellCodec;
  }

  /** Whether this object's parts must have their content before it gets its own. */
  boolean needsCompleteParts() {
    return binding.codec() instanceof ShellCodec<?> shell && shell.needsCompleteParts();
  }

  void reach(GraphNode other) {
    GraphNode root = other;
    while (root.closed && root.low != root) {
      root = root.low;
    }
    if (!root.closed && root.depth < low.depth) {
      low = root;
    }
  }

  void await(GraphNode node) {
    List<GraphNode> list = waiting;
    if (list == null) {
      list = new ArrayList<>();
      waiting = list;
    }
    list.add(node);
  }

  /** Moves the recorded state off the shared stack, so that it outlives the visit. */
  void keepRecording() {
    Recording kept = new Recording();
    kept.bytes.copy(home.bytes, firstByte, lastByte);
    for (int i = firstRef; i < lastRef; i++) {
      kept.ref(home.refs[i]);
      kept.positions[i - firstRef] = home.positions[i] - firstByte;
    }
    shellByteEnd -= firstByte;
    lastByte -= firstByte;
    firstByte = 0;
    shellRefEnd -= firstRef;
    lastRef -= firstRef;
    firstRef = 0;
    home = kept;
  }
}
