package dev.stint.transformer.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls whom, and who overrides whom, among the methods of a set of classes. */
final class CallGraph {
  /** A declared method. */
  static final class Node {
    final MethodRef method;
    final boolean canSuspend;
    final List<Node> callers = new ArrayList<>();
    final List<Node> overridden = new ArrayList<>();
    final List<Node> overriders = new ArrayList<>();
    final List<Implementation> implementations = new ArrayList<>();

    Node(MethodRef method, boolean canSuspend) {
      this.method = method;
      this.canSuspend = canSuspend;
    }
  }

  /** That a node is what {@code implementor} answers a call of {@code key} with. */
  record Implementation(CompanionKey key, String implementor) {}

  /** Calls of one method through one type outside the program. */
  record OutsideCalls(String staticOwner, List<Node> callers) {}

  private final Map<MethodRef, Node> nodes = new LinkedHashMap<>();
  private final Map<CompanionKey, Map<String, OutsideCalls>> outside = new HashMap<>();
  private final Set<Signature> virtualSignatures = new HashSet<>();

  Node add(MethodRef method, boolean canSuspend, boolean isVirtual) {
    Node node = new Node(method, canSuspend);
    nodes.put(method, node);
    if (isVirtual) {
      virtualSignatures.add(method.signature());
    }
    return node;
  }

  @Nullable Node find(MethodRef method) {
    return nodes.get(method);
  }

  Iterable<Node> nodes() {
    return nodes.values();
  }

  /** Whether some node may be an override of a method with this signature. */
  boolean mayOverride(Signature signature) {
    return virtualSignatures.contains(signature);
  }

  void addOverride(Node overrider, Node overridden) {
    overrider.overridden.add(overridden);
    overridden.overriders.add(overrider);
  }

  void addOutsideCall(CallTarget.OutsideProgram call, Node caller) {
    outside
        .computeIfAbsent(call.key(), k -> new LinkedHashMap<>())
        .computeIfAbsent(call.staticOwner(), o -> new OutsideCalls(o, new ArrayList<>()))
        .callers()
        .add(caller);
  }

  Iterable<OutsideCalls> outsideCalls(CompanionKey key) {
    Map<String, OutsideCalls> calls = outside.get(key);
    return calls == null ? List.of() : calls.values();
  }
}
