package dev.stint.transformer.analysis;

import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.MethodIntrinsic;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a call instruction leads to. Knows nothing of what suspends. */
public final class CallResolver {
  private final Hierarchy hierarchy;
  private final CompanionRoots roots;
  private final Map<Signature, List<MethodIntrinsic>> intrinsics = new HashMap<>();

  public CallResolver(Hierarchy hierarchy, IntrinsicTable table) {
    this.hierarchy = hierarchy;
    this.roots = new CompanionRoots(hierarchy);
    for (MethodIntrinsic i : table.methods()) {
      intrinsics
          .computeIfAbsent(new Signature(i.name(), i.descriptor()), s -> new ArrayList<>())
          .add(i);
    }
  }

  /** The roots of a method as its implementor sees it. */
  List<CompanionKey> companionRoots(String implementor, Signature signature) {
    return roots.of(implementor, signature);
  }

  /**
   * Resolves one call.
   *
   * @param caller internal name of the class that contains the call
   * @param owner internal name of the type that the call names
   */
  public CallTarget resolve(String caller, Opcode opcode, String owner, Signature signature) {
    if (!signature.isOrdinary() || owner.startsWith("[")) {
      return CallTarget.Opaque.INSTANCE;
    }
    MethodRef declared = hierarchy.resolve(owner, signature);
    if (declared != null && isInProgram(declared.owner())) {
      MethodIntrinsic exact = intrinsicFor(caller, opcode, declared.owner(), signature, true);
      return exact == null ? new CallTarget.InProgram(declared) : new CallTarget.Replaced(exact);
    }
    MethodIntrinsic intrinsic = intrinsicFor(caller, opcode, owner, signature, false);
    if (intrinsic != null) {
      return new CallTarget.Replaced(intrinsic);
    }
    if (opcode == Opcode.INVOKESTATIC || opcode == Opcode.INVOKESPECIAL) {
      return CallTarget.Opaque.INSTANCE;
    }
    List<CompanionKey> keys = roots.of(owner, signature);
    if (!keys.isEmpty()) {
      return new CallTarget.OutsideProgram(owner, keys.getFirst());
    }
    MethodIntrinsic ofPlainCall = ofPlainCall(owner, signature);
    return ofPlainCall == null ? CallTarget.Opaque.INSTANCE : new CallTarget.Replaced(ofPlainCall);
  }

  /** What replaces a virtual call that reaches no suspendable form, if it names just this owner. */
  public @Nullable MethodIntrinsic ofPlainCall(String owner, Signature signature) {
    for (MethodIntrinsic i : intrinsics.getOrDefault(signature, List.of())) {
      if (i.exactOwner() && i.owner().equals(owner)) {
        return i;
      }
    }
    return null;
  }

  private @Nullable MethodIntrinsic intrinsicFor(
      String caller, Opcode opcode, String owner, Signature signature, boolean exactly) {
    List<MethodIntrinsic> candidates = intrinsics.get(signature);
    if (candidates == null || opcode == Opcode.INVOKESPECIAL) {
      return null;
    }
    boolean isStatic = opcode == Opcode.INVOKESTATIC;
    for (MethodIntrinsic i : candidates) {
      boolean fits = exactly ? owner.equals(i.owner()) : hierarchy.isSubtype(owner, i.owner());
      if (fits && !i.exactOwner() && i.isStatic() == isStatic && !i.targetOwner().equals(caller)) {
        return i;
      }
    }
    return null;
  }

  private boolean isInProgram(String internalName) {
    ClassHeader header = hierarchy.find(internalName);
    return header != null && header.inProgram();
  }
}
