package dev.stint.transformer.analysis;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One reading of a method's code for the call graph.
 *
 * @param signature the method
 * @param flags its access flags
 * @param hasCode whether it is neither abstract nor native
 * @param hasLoop whether control can go backwards
 * @param hasSubroutines whether it uses {@code jsr} or {@code ret}
 * @param calls its calls, without those of constructors
 */
record MethodScan(
    Signature signature,
    int flags,
    boolean hasCode,
    boolean hasLoop,
    boolean hasSubroutines,
    List<Call> calls) {

  /** A call instruction. */
  record Call(Opcode opcode, String owner, Signature signature) {}

  static MethodScan of(MethodModel method) {
    Signature signature =
        new Signature(method.methodName().stringValue(), method.methodType().stringValue());
    int flags = method.flags().flagsMask();
    CodeModel code = method.findAttribute(Attributes.code()).orElse(null);
    return code == null
        ? new MethodScan(signature, flags, false, false, false, List.of())
        : scan(signature, flags, code);
  }

  private static MethodScan scan(Signature signature, int flags, CodeModel code) {
    List<Call> calls = new ArrayList<>();
    Set<Label> passed = new HashSet<>();
    Set<Label> openHandlers = new HashSet<>();
    boolean loop = false;
    boolean subroutines = false;
    for (CodeElement element : code) {
      switch (element) {
        case LabelTarget l -> passed.add(l.label());
        case ExceptionCatch x -> openHandlers.add(x.handler());
        case InvokeInstruction i when !i.name().equalsString("<init>") ->
            calls.add(
                new Call(
                    i.opcode(),
                    i.owner().asInternalName(),
                    new Signature(i.name().stringValue(), i.type().stringValue())));
        case DiscontinuedInstruction d -> subroutines = true;
        default -> loop |= Loops.targets(element).stream().anyMatch(passed::contains);
      }
    }
    loop |= !subroutines && !openHandlers.isEmpty() && CodeShape.of(code).hasBackwardHandler();
    return new MethodScan(signature, flags, true, loop, subroutines, List.copyOf(calls));
  }

  /**
   * Whether a suspendable body can be made of it: constructors and class initializers cannot be
   * entered twice, a synchronized method holds a monitor.
   */
  boolean canSuspend() {
    return hasCode
        && signature.isOrdinary()
        && (flags & ClassFile.ACC_SYNCHRONIZED) == 0
        && !hasSubroutines;
  }
}
