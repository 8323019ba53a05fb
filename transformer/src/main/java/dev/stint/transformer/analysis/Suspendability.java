package dev.stint.transformer.analysis;

import dev.stint.transformer.analysis.CallGraph.Implementation;
import dev.stint.transformer.analysis.CallGraph.Node;
import dev.stint.transformer.analysis.CallGraph.OutsideCalls;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fixpoint that decides which methods can suspend: those that loop or call a suspending
 * intrinsic, those that call a method that can, and the declarations that such methods override.
 * What overrides a suspending declaration gets a form, so that a call with a context never lands in
 * a superclass's body by mistake.
 *
 * <p>Each method and each edge is looked at once (a worklist over the reversed call graph).
 */
public final class Suspendability {
  /** Slots of a call, receiver included, that leave room for the context (JVMS 4.3.3). */
  static final int MAX_SLOTS = 254;

  private final Hierarchy hierarchy;
  private final CallResolver resolver;
  private final FormTable known;
  private final boolean companionsFrozen;
  private final CallGraph graph = new CallGraph();
  private final Set<Node> suspending = new HashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Node> withKnownForm = new ArrayList<>();

  private Suspendability(
      Hierarchy hierarchy, CallResolver resolver, FormTable known, boolean companionsFrozen) {
    this.companionsFrozen = companionsFrozen;
    this.hierarchy = hierarchy;
    this.resolver = resolver;
    this.known = known;
  }

  /** Analyses a whole program. */
  public static FormTable analyse(
      Collection<ClassModel> classes, Hierarchy hierarchy, CallResolver resolver) {
    return new Suspendability(hierarchy, resolver, new FormTable(), false).run(classes);
  }

  /**
   * Analyses classes that come later.
   *
   * @param known what was decided for the program; it stays as it is, and there are no companions
   *     but those it has
   * @return the known forms and those of {@code classes}
   */
  public static FormTable analyseLate(
      Collection<ClassModel> classes, Hierarchy hierarchy, CallResolver resolver, FormTable known) {
    return new Suspendability(hierarchy, resolver, known, true).run(classes);
  }

  private FormTable run(Collection<ClassModel> classes) {
    addMethods(classes);
    propagate();
    return result();
  }

  /** Whether a context fits behind the parameters. */
  public static boolean hasRoomForContext(Signature signature) {
    return signature.parameterSlots() + 1 <= MAX_SLOTS;
  }

  private void addMethods(Collection<ClassModel> classes) {
    record Scanned(Node node, MethodScan scan) {}
    List<Scanned> scanned = new ArrayList<>();
    for (ClassModel type : classes) {
      boolean annotation = type.flags().has(java.lang.reflect.AccessFlag.ANNOTATION);
      for (MethodModel method : type.methods()) {
        MethodScan scan = MethodScan.of(method);
        MethodRef ref = new MethodRef(type.thisClass().asInternalName(), scan.signature());
        boolean can = scan.canSuspend() && hasRoomForContext(scan.signature()) && !annotation;
        boolean isVirtual = ClassHeader.isVirtual(scan.signature(), scan.flags());
        scanned.add(new Scanned(graph.add(ref, can, isVirtual), scan));
      }
    }
    Overrides overrides = new Overrides(hierarchy);
    for (ClassModel type : classes) {
      String name = type.thisClass().asInternalName();
      ClassHeader header = hierarchy.find(name);
      if (header != null) {
        overrides.forEach(header, (over, under) -> addOverride(name, over, under));
      }
    }
    scanned.forEach(s -> addCalls(s.node(), s.scan()));
  }

  private void addOverride(String implementor, MethodRef over, MethodRef under) {
    Node overrider = graph.find(over);
    if (overrider == null) {
      return;
    }
    Node overridden = graph.find(under);
    if (overridden != null) {
      graph.addOverride(overrider, overridden);
      return;
    }
    ClassHeader declaring = hierarchy.find(under.owner());
    if (declaring != null && declaring.inProgram()) {
      if (known.hasForm(under)) {
        withKnownForm.add(overrider);
      }
      return;
    }
    for (CompanionKey key : resolver.companionRoots(implementor, under.signature())) {
      boolean exists = !companionsFrozen || known.companions().containsKey(key);
      if (exists && key.type().equals(under.owner())) {
        overrider.implementations.add(new Implementation(key, implementor));
      }
    }
  }

  private void addCalls(Node caller, MethodScan scan) {
    if (!caller.canSuspend) {
      return;
    }
    if (scan.hasLoop()) {
      markSuspending(caller);
    }
    String owner = caller.method.owner();
    for (MethodScan.Call call : new HashSet<>(scan.calls())) {
      switch (resolver.resolve(owner, call.opcode(), call.owner(), call.signature())) {
        case CallTarget.Opaque o -> {}
        case CallTarget.InProgram p -> addCall(caller, p.method());
        case CallTarget.Replaced r -> {
          if (r.intrinsic().suspending()) {
            markSuspending(caller);
          }
          addCall(caller, r.target());
        }
        case CallTarget.OutsideProgram p -> addOutsideCall(caller, p);
      }
    }
  }

  private void addCall(Node caller, MethodRef method) {
    Node callee = graph.find(method);
    if (callee != null) {
      callee.callers.add(caller);
    } else if (known.suspends(method)) {
      markSuspending(caller);
    }
  }

  private void addOutsideCall(Node caller, CallTarget.OutsideProgram call) {
    if (known.mayReachCompanion(call, hierarchy)) {
      markSuspending(caller);
    }
    if (graph.mayOverride(call.key().signature())) {
      graph.addOutsideCall(call, caller);
    }
  }

  private void markSuspending(Node node) {
    if (hasRoomForContext(node.method.signature()) && suspending.add(node)) {
      open.addLast(node);
    }
  }

  private void propagate() {
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      node.callers.forEach(this::markSuspending);
      node.overridden.forEach(this::markSuspending);
      for (Implementation i : node.implementations) {
        for (OutsideCalls calls : graph.outsideCalls(i.key())) {
          if (hierarchy.isSubtype(i.implementor(), calls.staticOwner())) {
            calls.callers().forEach(this::markSuspending);
          }
        }
      }
    }
  }

  private FormTable result() {
    FormTable table = new FormTable();
    table.addAll(known);
    Deque<Node> open = new ArrayDeque<>(suspending);
    withKnownForm.stream()
        .filter(n -> hasRoomForContext(n.method.signature()))
        .forEach(open::addLast);
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      if (!table.hasForm(node.method)) {
        table.addForm(node.method, suspending.contains(node));
        open.addAll(node.overriders);
      }
    }
    for (Node node : suspending) {
      for (Implementation i : node.implementations) {
        table.addCompanion(i.key(), i.implementor());
      }
    }
    return table;
  }
}
