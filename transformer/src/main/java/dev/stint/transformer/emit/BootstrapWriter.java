package dev.stint.transformer.emit;

import dev.stint.transformer.BootstrapIntrinsic;
import dev.stint.transformer.IntrinsicTable;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code invokedynamic} instructions with the bootstrap method that stands in for theirs.
 */
final class BootstrapWriter {
  private final Map<String, BootstrapIntrinsic> bootstraps = new HashMap<>();

  /**
   * @param caller internal name of the class that contains the code
   */
  BootstrapWriter(String caller, IntrinsicTable intrinsics) {
    for (BootstrapIntrinsic b : intrinsics.bootstraps()) {
      if (!b.targetOwner().equals(caller)) {
        bootstraps.put(b.owner() + "." + b.name(), b);
      }
    }
  }

  boolean replaces(InvokeDynamicInstruction x) {
    return find(x) != null;
  }

  private @Nullable BootstrapIntrinsic find(InvokeDynamicInstruction x) {
    if (bootstraps.isEmpty()) {
      return null;
    }
    var handle = x.invokedynamic().bootstrap().bootstrapMethod().reference();
    return bootstraps.get(handle.owner().asInternalName() + "." + handle.name().stringValue());
  }

  void write(CodeBuilder b, InvokeDynamicInstruction x) {
    BootstrapIntrinsic instead = find(x);
    if (instead == null) {
      b.with(x);
      return;
    }
    DirectMethodHandleDesc method = x.bootstrapMethod();
    b.invokedynamic(
        DynamicCallSiteDesc.of(
            MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                ClassDesc.ofInternalName(instead.targetOwner()),
                instead.targetName(),
                method.invocationType()),
            x.name().stringValue(),
            x.typeSymbol(),
            x.bootstrapArgs().toArray(java.lang.constant.ConstantDesc[]::new)));
  }
}
