package dev.stint.transformer.emit;

import dev.stint.transformer.analysis.MethodPlan;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;

/** Whether what is written for a method stays within a class file's 64 KB per method. */
final class SizeCheck {
  private static final int LIMIT = 65_535;

  /** Below this, the largest imaginable growth stays within the limit. */
  private static final int SURELY_FITS = LIMIT / 2;

  /** Bytes of save and restore code for a suspension point, and for each value there. */
  private static final int BYTES_PER_POINT = 64;

  private static final int BYTES_PER_VALUE = 16;

  private static final int BYTES_PER_REPLACEMENT = 8;

  /** Bytes that count a turn of a loop where nothing can be unwound. */
  private static final int BYTES_PER_TURN = 48;

  /** Bytes that announce a class and begin to count turns. */
  private static final int BYTES_AT_START = 24;

  private SizeCheck() {}

  /** Writes the bodies on trial if they might be too large. */
  static boolean fits(MethodPlan plan, OwnerClass owner, CallWriter calls, ClassFile classFile) {
    if (estimate(plan) < SURELY_FITS) {
      return true;
    }
    try {
      FrameLayout layout = new FrameLayout(plan);
      classFile.build(
          owner.type(),
          c -> {
            c.withVersion(AbiNames.GENERATED_VERSION, 0);
            if (owner.isInterface()) {
              c.withFlags(ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT);
            }
            SuspendableBodies.write(c, plan, owner, calls, layout);
          });
      return true;
    } catch (IllegalArgumentException tooLarge) {
      return false;
    }
  }

  private static int estimate(MethodPlan plan) {
    int size = codeLength(plan);
    for (var point : plan.points()) {
      int values = point.operands().size() + point.live().cardinality();
      size += BYTES_PER_POINT + BYTES_PER_VALUE * values;
    }
    return size;
  }

  /** Whether replacements alone leave the method small enough. */
  static boolean plainFits(MethodPlan plan) {
    int changes = plan.calls().size() + plan.delayedNews().size();
    int added = changes * BYTES_PER_REPLACEMENT + plan.pinnedPolls().size() * BYTES_PER_TURN;
    return codeLength(plan) + added + BYTES_AT_START < LIMIT;
  }

  private static int codeLength(MethodPlan plan) {
    return ((CodeAttribute) plan.method().code().orElseThrow()).codeLength();
  }
}
