package dev.stint.transformer.emit;

import dev.stint.transformer.ConstantsClass;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import org.jspecify.annotations.Nullable;

/** Writes the classes beside interfaces that hold their constants, and the code that uses them. */
final class ConstantsWriter {
  private final Hierarchy hierarchy;

  ConstantsWriter(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The class that holds the constants of an interface. */
  static byte[] write(ClassModel type, ClassHeader header, ClassFile classFile) {
    return classFile.build(
        holderOf(header),
        c -> {
          c.withVersion(AbiNames.GENERATED_VERSION, 0);
          c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
          for (FieldModel field : type.fields()) {
            if (isKeptApart(header, field)) {
              c.withField(
                  field.fieldName(),
                  field.fieldType(),
                  f -> f.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC));
            }
          }
        });
  }

  private static boolean isKeptApart(ClassHeader header, FieldModel field) {
    String key =
        ClassHeader.staticKey(field.fieldName().stringValue(), field.fieldType().stringValue());
    return header.statics().getOrDefault(key, false);
  }

  private static ClassDesc holderOf(ClassHeader header) {
    return ClassDesc.ofInternalName(ConstantsClass.nameOf(header.name()));
  }

  /** Whether a field instruction is about a constant that is kept apart. */
  boolean concerns(FieldInstruction x) {
    return ownerOf(x) != null;
  }

  private @Nullable ClassHeader ownerOf(FieldInstruction x) {
    if (x.opcode() != Opcode.GETSTATIC && x.opcode() != Opcode.PUTSTATIC) {
      return null;
    }
    String key = ClassHeader.staticKey(x.name().stringValue(), x.type().stringValue());
    ClassHeader header = hierarchy.resolveStatic(x.owner().asInternalName(), key);
    return header != null && header.statics().getOrDefault(key, false) ? header : null;
  }

  /**
   * Writes a value in both places; reads it where it can change. The field itself is read, too,
   * because that is what initialises the interface.
   */
  void writeAccess(CodeBuilder b, FieldInstruction x) {
    ClassHeader header = java.util.Objects.requireNonNull(ownerOf(x));
    boolean wide = TypeKind.from(x.typeSymbol()).slotSize() == 2;
    ClassDesc holder = holderOf(header);
    String name = x.name().stringValue();
    if (x.opcode() == Opcode.GETSTATIC) {
      b.with(x);
      drop(b, wide);
      b.getstatic(holder, name, x.typeSymbol());
    } else {
      copy(b, wide);
      b.with(x);
      b.putstatic(holder, name, x.typeSymbol());
    }
  }

  private static void drop(CodeBuilder b, boolean wide) {
    if (wide) {
      b.pop2();
    } else {
      b.pop();
    }
  }

  private static void copy(CodeBuilder b, boolean wide) {
    if (wide) {
      b.dup2();
    } else {
      b.dup();
    }
  }
}
