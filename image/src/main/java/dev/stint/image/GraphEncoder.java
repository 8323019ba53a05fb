package dev.stint.image;

import dev.stint.image.kryo.ByteSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object graph as a list of instructions that a reader can follow without recursion and
 * without looking ahead.
 *
 * <p>Objects are visited depth first with an explicit stack, and written when all their parts are:
 * parts come before wholes, and a reference is the distance back to its object. Where a cycle leads
 * back to an object that is not written yet, that object is written as an empty shell first and its
 * content follows later. Objects that cannot be shells (a record) make the others on the cycle
 * wait; so do hash tables, whose content must come after that of their keys. The cycles are found
 * as strongly connected components with Tarjan's algorithm ("Depth-first search and linear graph
 * algorithms", 1972).
 */
final class GraphEncoder {
  static final int OBJECT = 0;
  static final int SHELL = 1;
  static final int FILL = 2;
  static final int CONTROL = 3;
  static final int END = 0;
  static final int DEFINE_TYPE = 1;

  private final TypeTable types;
  private final StaticConstants constants;
  private final @Nullable Isolation isolation;
  private final ByteSink out;
  private final String rootLabel;
  private final Recording stackRecording = new Recording();
  private final RecordingOutput recorder = new RecordingOutput(stackRecording, this::tokenOf);
  private final IdentityTable seen = new IdentityTable();
  private final List<GraphNode> stack = new ArrayList<>();
  private final Map<Class<?>, Integer> tokens = new HashMap<>();
  private int definedTypes;
  private int nextId;

  /**
   * @param isolation what holds for a graph that goes to another tasklet, or null if it stays with
   *     its own
   */
  GraphEncoder(
      TypeTable types,
      StaticConstants constants,
      @Nullable Isolation isolation,
      ByteSink out,
      String rootLabel) {
    this.types = types;
    this.isolation = isolation;
    this.constants = constants;
    this.out = out;
    this.rootLabel = rootLabel;
  }

  void encode(@Nullable Object root) {
    if (root != null) {
      visit(root);
      while (!stack.isEmpty()) {
        step(stack.get(stack.size() - 1));
      }
    }
    out.unsigned(END << 2 | CONTROL);
    out.unsigned(distance(root));
  }

  private void step(GraphNode node) {
    while (node.nextRef < node.lastRef) {
      Object part = stackRecording.refs[node.nextRef++];
      if (part == null) {
        continue;
      }
      int slot = seen.find(part);
      if (slot < 0) {
        if (visit(part)) {
          return;
        }
        continue;
      }
      GraphNode other = seen.node(slot);
      if (other != null) {
        if (!other.closed) {
          writeShellIfPossible(other);
        }
        node.reach(other);
      }
    }
    close(node);
  }

  /** Returns whether the object has parts and was therefore pushed. */
  private boolean visit(Object key) {
    try {
      return open(key);
    } catch (NotSerializableStateException e) {
      if (!e.path().isEmpty()) {
        throw e;
      }
      throw new NotSerializableStateException(path(), e.culprit(), e.reason());
    }
  }

  private boolean open(Object key) {
    Object value = isolation == null ? key : isolation.standIn(key);
    if (value == key) {
      StaticConstants.Constant constant = constants.find(key);
      value = constant != null ? constant : FreshBox.standIn(key);
    }
    TypeBinding binding = types.bind(value.getClass());
    tokenOf(binding.type());
    GraphNode node = new GraphNode(key, value, binding, stack.size(), stackRecording);
    record(node);
    if (node.firstRef == node.lastRef) {
      writeOp(binding, OBJECT);
      out.copy(stackRecording.bytes, node.firstByte, node.lastByte);
      stackRecording.truncate(node.firstByte, node.firstRef);
      seen.setId(key, nextId++);
      return false;
    }
    node.nextRef = node.firstRef;
    seen.setId(key, IdentityTable.NO_ID);
    seen.setNode(key, node);
    stack.add(node);
    return true;
  }

  private void record(GraphNode node) {
    ObjectCodec<Object> codec = node.binding.codec();
    node.firstByte = stackRecording.bytes.position();
    node.firstRef = stackRecording.refCount;
    if (codec instanceof ShellCodec<Object> shell) {
      shell.writeShell(node.value, recorder);
      node.shellByteEnd = stackRecording.bytes.position();
      node.shellRefEnd = stackRecording.refCount;
      shell.writeContent(node.value, recorder);
    } else {
      codec.write(node.value, recorder);
    }
    node.lastByte = stackRecording.bytes.position();
    node.lastRef = stackRecording.refCount;
  }

  private void close(GraphNode node) {
    stack.remove(stack.size() - 1);
    node.closed = true;
    int recordedFrom = node.firstByte;
    int refsFrom = node.firstRef;
    boolean late = node.needsCompleteParts() && node.low != node;
    if (!late && isResolved(node)) {
      write(node);
    } else {
      if (node.low == node) {
        throw immutableCycle(node);
      }
      writeShellIfPossible(node);
      node.keepRecording();
    }
    stackRecording.truncate(recordedFrom, refsFrom);
    settle(node);
    if (!stack.isEmpty()) {
      stack.get(stack.size() - 1).reach(node);
    }
  }

  /** Writes what waited for this object, or hands it to the one that this object waits for. */
  private void settle(GraphNode node) {
    List<GraphNode> waiting = node.waiting;
    node.waiting = null;
    if (node.low == node) {
      if (waiting != null) {
        writeWaiting(waiting);
      }
      seen.setNode(node.key, null);
      return;
    }
    if (!node.written) {
      node.low.await(node);
    }
    if (waiting != null) {
      waiting.forEach(node.low::await);
    }
  }

  private void writeWaiting(List<GraphNode> waiting) {
    int left = waiting.size();
    while (left > 0) {
      int before = left;
      left -= writeResolved(waiting, false);
      if (left == before) {
        left -= writeResolved(waiting, true);
      }
      if (left == before) {
        throw immutableCycle(waiting.get(0));
      }
    }
  }

  /** Writes all that can be, or the first one of those that ask their parts about themselves. */
  private int writeResolved(List<GraphNode> waiting, boolean late) {
    int count = 0;
    for (GraphNode node : waiting) {
      if (!node.written && node.needsCompleteParts() == late && isResolved(node)) {
        write(node);
        count++;
        if (late) {
          return count;
        }
      }
    }
    return count;
  }

  private boolean isResolved(GraphNode node) {
    int from = node.shellWritten ? node.shellRefEnd : node.firstRef;
    return areWritten(node, from, node.lastRef);
  }

  private boolean areWritten(GraphNode node, int from, int to) {
    for (int i = from; i < to; i++) {
      Object ref = node.home.refs[i];
      if (ref != null) {
        int slot = seen.find(ref);
        if (slot < 0 || seen.id(slot) == IdentityTable.NO_ID) {
          return false;
        }
      }
    }
    return true;
  }

  private void writeShellIfPossible(GraphNode node) {
    if (node.shellWritten
        || node.written
        || !node.isShell()
        || !areWritten(node, node.firstRef, node.shellRefEnd)) {
      return;
    }
    writeOp(node.binding, SHELL);
    writeRecorded(node, node.firstByte, node.shellByteEnd, node.firstRef, node.shellRefEnd);
    seen.setId(node.key, nextId++);
    node.shellWritten = true;
  }

  private void write(GraphNode node) {
    if (node.shellWritten) {
      out.unsigned(distance(node.key) << 2 | FILL);
      writeRecorded(node, node.shellByteEnd, node.lastByte, node.shellRefEnd, node.lastRef);
    } else {
      writeOp(node.binding, OBJECT);
      writeRecorded(node, node.firstByte, node.lastByte, node.firstRef, node.lastRef);
      seen.setId(node.key, nextId++);
    }
    node.written = true;
  }

  private void writeRecorded(GraphNode node, int fromByte, int toByte, int fromRef, int toRef) {
    Recording home = node.home;
    int at = fromByte;
    for (int i = fromRef; i < toRef; i++) {
      out.copy(home.bytes, at, home.positions[i]);
      at = home.positions[i];
      out.unsigned(distance(home.refs[i]));
    }
    out.copy(home.bytes, at, toByte);
  }

  private int distance(@Nullable Object ref) {
    return ref == null ? 0 : nextId - seen.id(seen.find(ref));
  }

  private void writeOp(TypeBinding binding, int kind) {
    out.unsigned(tokenOf(binding.type()) << 2 | kind);
  }

  private int tokenOf(Class<?> type) {
    Integer known = tokens.get(type);
    if (known != null) {
      return known;
    }
    TypeBinding binding = types.describe(type);
    int token = binding.isRegistered() ? binding.id() << 1 : defineType(binding);
    tokens.put(type, token);
    return token;
  }

  private int defineType(TypeBinding binding) {
    out.unsigned(DEFINE_TYPE << 2 | CONTROL);
    out.unsigned(binding.family() << 1 | (binding.layout() != 0 ? 1 : 0));
    RecordingOutput.writeText(out, binding.type().getName());
    if (binding.layout() != 0) {
      out.int32(binding.layout());
    }
    return definedTypes++ << 1 | 1;
  }

  private String path() {
    StringBuilder path = new StringBuilder(rootLabel);
    for (GraphNode node : stack) {
      PathSegment segment =
          node.binding.codec().label(node.value, node.nextRef - 1 - node.firstRef);
      if (segment.fromRoot()) {
        path.setLength(0);
      }
      path.append(segment.text());
    }
    return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
  }

  private NotSerializableStateException immutableCycle(GraphNode node) {
    return new NotSerializableStateException(
        path(),
        node.value.getClass().getName(),
        "it refers to itself through immutable objects only, so there is no order in which to"
            + " rebuild it. Let one object of the cycle have a field that is set later");
  }
}
