package dev.stint.transformer.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;

/** Passing parameters on. */
final class Arguments {
  private Arguments() {}

  /**
   * Loads parameters that begin at a slot.
   *
   * @return the slot behind them
   */
  static int load(CodeBuilder b, List<ClassDesc> types, int slot) {
    for (ClassDesc type : types) {
      TypeKind kind = TypeKind.from(type);
      b.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
    return slot;
  }
}
