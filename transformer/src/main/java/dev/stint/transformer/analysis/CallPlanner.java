package dev.stint.transformer.analysis;

import dev.stint.transformer.MethodIntrinsic;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.HashMap;
import java.util.Map;

/** Decides how each call of a program is written, once it is known which methods suspend. */
public final class CallPlanner {
  private record Call(String caller, Opcode opcode, String owner, Signature signature) {}

  private final CallResolver resolver;
  private final Hierarchy hierarchy;
  private final FormTable forms;
  private final boolean everyCall;
  private final Map<Call, CallPlan> known = new HashMap<>();

  public CallPlanner(
      CallResolver resolver, Hierarchy hierarchy, FormTable forms, boolean everyCall) {
    this.resolver = resolver;
    this.hierarchy = hierarchy;
    this.forms = forms;
    this.everyCall = everyCall;
  }

  /** The plan for a call in the class with internal name {@code caller}. */
  public CallPlan plan(String caller, InvokeInstruction call) {
    Signature signature = new Signature(call.name().stringValue(), call.type().stringValue());
    return plan(caller, call.opcode(), call.owner().asInternalName(), signature);
  }

  private CallPlan plan(String caller, Opcode opcode, String owner, Signature signature) {
    if (everyCall) {
      return signature.isOrdinary()
              && !owner.startsWith("[")
              && Suspendability.hasRoomForContext(signature)
          ? CallPlan.WithContext.INSTANCE
          : CallPlan.Plain.INSTANCE;
    }
    Call key = new Call(caller, opcode, owner, signature);
    CallPlan plan = known.get(key);
    if (plan == null) {
      plan = decide(key);
      known.put(key, plan);
    }
    return plan;
  }

  private CallPlan decide(Call call) {
    CallTarget target =
        resolver.resolve(call.caller(), call.opcode(), call.owner(), call.signature());
    return switch (target) {
      case CallTarget.Opaque o -> CallPlan.Plain.INSTANCE;
      case CallTarget.InProgram p ->
          forms.suspends(p.method()) ? CallPlan.WithContext.INSTANCE : CallPlan.Plain.INSTANCE;
      case CallTarget.OutsideProgram p ->
          forms.mayReachCompanion(p, hierarchy)
              ? new CallPlan.ThroughCompanion(p.key())
              : plain(call);
      case CallTarget.Replaced r ->
          new CallPlan.Replaced(
              r.intrinsic(), r.intrinsic().suspending() || forms.suspends(r.target()));
    };
  }

  private CallPlan plain(Call call) {
    MethodIntrinsic replacement = resolver.ofPlainCall(call.owner(), call.signature());
    return replacement == null
        ? CallPlan.Plain.INSTANCE
        : new CallPlan.Replaced(replacement, false);
  }
}
