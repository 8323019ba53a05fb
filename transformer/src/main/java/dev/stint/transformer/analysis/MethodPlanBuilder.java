package dev.stint.transformer.analysis;

import dev.stint.transformer.ConstructorIntrinsic;
import dev.stint.transformer.CreationIntrinsic;
import dev.stint.transformer.PinReason;
import dev.stint.transformer.analysis.MethodPlan.Pin;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one method and collects what is to be done about it. */
final class MethodPlanBuilder {
  /** Parameters that a frame's save method has besides the values: frame, context, pc. */
  private static final int SAVE_OVERHEAD = 3;

  private static final int MAX_PARAMETER_SLOTS = 255;

  private final MethodPlanner planner;
  private final MethodModel method;
  private final ClassDesc self;
  private final String selfName;
  private final @Nullable PinReason wholePin;
  private final CodeShape code;
  private final int[] monitors;
  private final @Nullable Liveness liveness;

  private final List<SuspensionPoint> points = new ArrayList<>();
  private final Map<Integer, CallPlan> calls = new HashMap<>();
  private final Set<Integer> pinnedPolls = new TreeSet<>();
  private final Set<Integer> delayedNews = new HashSet<>();
  private final Map<Integer, DelayedConstruction> constructors = new HashMap<>();
  private final List<Pin> pins = new ArrayList<>();

  MethodPlanBuilder(MethodPlanner planner, ClassModel type, MethodModel method, PlanMode mode) {
    this.planner = planner;
    this.method = method;
    this.self = type.thisClass().asSymbol();
    this.selfName = type.thisClass().asInternalName();
    this.wholePin = mode instanceof PlanMode.Pinned p ? p.reason() : null;
    this.code = CodeShape.of(method.findAttribute(Attributes.code()).orElseThrow());
    this.monitors = MonitorDepths.of(code);
    this.liveness = wholePin == null ? Liveness.of(code) : null;
  }

  MethodPlan build() {
    MethodFlow flow = new MethodFlow(self, method, code);
    if (wholePin == null) {
      flow.walk(this::collect);
    } else {
      collectPinned();
    }
    if (!delayedNews.isEmpty() || planner.caresForCreations()) {
      flow.walk(this::collectConstructor);
    }
    return new MethodPlan(
        method,
        code,
        points,
        calls,
        pinnedPolls,
        delayedNews,
        constructors,
        pins,
        parameterSlots(),
        ((CodeAttribute) method.code().orElseThrow()).maxLocals());
  }

  private int parameterSlots() {
    int receiver = method.flags().has(AccessFlag.STATIC) ? 0 : 1;
    return receiver + signature().parameterSlots();
  }

  private Signature signature() {
    return new Signature(method.methodName().stringValue(), method.methodType().stringValue());
  }

  /** Without types: enough where nothing is unwound. */
  private void collectPinned() {
    for (int i = 0; i < code.elements().size(); i++) {
      if (code.elements().get(i) instanceof Instruction instruction) {
        collect(i, instruction, null);
      }
    }
  }

  private void collect(int index, Instruction instruction, @Nullable TypeState state) {
    if (code.closesLoop(index)) {
      collectPoll(index, instruction, state);
    }
    if (instruction instanceof InvokeInstruction call) {
      collectCall(index, call, state);
    }
  }

  private void collectPoll(int index, Instruction instruction, @Nullable TypeState state) {
    if (state == null || monitors[index] > 0) {
      pinnedPolls.add(index);
      return;
    }
    List<SlotType> operands = state.copyStack();
    Liveness all = java.util.Objects.requireNonNull(liveness);
    BitSet live = all.before(index);
    if (code.isTurn(index)) {
      BranchInstruction branch = (BranchInstruction) instruction;
      operands = operands.subList(0, operands.size() - TypeStep.operandsOf(branch));
      live = all.onWay(index, branch.target());
    }
    PinReason obstacle = obstacle(operands, live, state, null);
    if (obstacle == null) {
      addPoint(index, null, null, operands, live, state);
    } else {
      pinnedPolls.add(index);
      pins.add(new Pin(code.lineAt(index), obstacle, "a loop"));
    }
  }

  private void collectCall(int index, InvokeInstruction call, @Nullable TypeState state) {
    CallPlan plan = planner.calls().plan(selfName, call);
    if (plan instanceof CallPlan.Replaced) {
      calls.put(index, plan);
    }
    if (!plan.suspends()) {
      return;
    }
    if (state == null || monitors[index] > 0) {
      pin(index, call, wholePin == null ? PinReason.MONITOR : wholePin);
      return;
    }
    int arguments = call.typeSymbol().parameterCount();
    arguments += call.opcode() == java.lang.classfile.Opcode.INVOKESTATIC ? 0 : 1;
    List<SlotType> stack = state.copyStack();
    List<SlotType> operands = stack.subList(0, stack.size() - arguments);
    ClassDesc returned = call.typeSymbol().returnType();
    SlotType result = returned.equals(ConstantDescs.CD_void) ? null : SlotType.of(returned);
    BitSet live = java.util.Objects.requireNonNull(liveness).after(index);
    PinReason obstacle = obstacle(operands, live, state, result);
    if (obstacle == null) {
      calls.put(index, plan);
      addPoint(index, plan, result, operands, live, state);
    } else {
      pin(index, call, obstacle);
    }
  }

  private void pin(int index, InvokeInstruction call, PinReason reason) {
    String callee =
        call.owner().asInternalName().replace('/', '.') + "." + call.name().stringValue();
    pins.add(new Pin(code.lineAt(index), reason, callee));
  }

  private void addPoint(
      int index,
      @Nullable CallPlan call,
      @Nullable SlotType result,
      List<SlotType> operands,
      BitSet live,
      TypeState state) {
    SlotType[] locals = state.copyLocals();
    operands.forEach(this::delayIfUninitialized);
    live.stream().forEach(slot -> delayIfUninitialized(locals[slot]));
    points.add(
        new SuspensionPoint(
            points.size() + 1,
            index,
            call,
            result,
            operands,
            locals,
            live,
            code.handlersAt(index),
            code.lineAt(index)));
  }

  private void delayIfUninitialized(SlotType type) {
    if (type.kind() == SlotType.Kind.UNINITIALIZED) {
      delayedNews.add(type.newAt());
    }
  }

  /** Why these values cannot be put into a frame and taken out again, or null if they can. */
  private @Nullable PinReason obstacle(
      List<SlotType> operands, BitSet live, TypeState state, @Nullable SlotType result) {
    List<SlotType> values = new ArrayList<>(operands);
    live.stream().forEach(slot -> values.add(state.local(slot)));
    int slots = SAVE_OVERHEAD;
    for (SlotType value : values) {
      slots += value.isWide() ? 2 : 1;
    }
    if (slots > MAX_PARAMETER_SLOTS) {
      return PinReason.TOO_MANY_LIVE_VALUES;
    }
    if (result != null) {
      values.add(result);
    }
    return values.stream().allMatch(this::canBeNamed) ? null : PinReason.INACCESSIBLE_TYPE;
  }

  private boolean canBeNamed(SlotType value) {
    ClassDesc type = value.type();
    while (type.isArray()) {
      type = java.util.Objects.requireNonNull(type.componentType());
    }
    if (value.kind() != SlotType.Kind.REFERENCE || type.isPrimitive()) {
      return true;
    }
    String descriptor = type.descriptorString();
    return planner.isAccessible(descriptor.substring(1, descriptor.length() - 1), selfName);
  }

  private void collectConstructor(int index, Instruction instruction, TypeState state) {
    if (!(instruction instanceof InvokeInstruction call) || !call.name().equalsString("<init>")) {
      return;
    }
    int arguments = call.typeSymbol().parameterCount();
    SlotType receiver = state.peek(arguments);
    if (receiver.kind() != SlotType.Kind.UNINITIALIZED) {
      return;
    }
    ConstructorIntrinsic factory =
        planner.factoryFor(
            selfName,
            call.owner().asInternalName(),
            new Signature("<init>", call.type().stringValue()));
    CreationIntrinsic told = planner.toldOf(selfName, call.owner().asInternalName());
    if (factory == null && told == null && !delayedNews.contains(receiver.newAt())) {
      return;
    }
    delayedNews.add(receiver.newAt());
    List<SlotType> stack = state.copyStack();
    List<SlotType> operands = stack.subList(0, stack.size() - arguments - 1);
    constructors.put(
        index,
        new DelayedConstruction(
            operands, indexesOf(receiver, operands), localsOf(receiver, state), factory, told));
  }

  private static List<Integer> indexesOf(SlotType wanted, List<SlotType> types) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).equals(wanted)) {
        found.add(i);
      }
    }
    return found;
  }

  private static List<Integer> localsOf(SlotType wanted, TypeState state) {
    return indexesOf(wanted, List.of(state.copyLocals()));
  }
}
