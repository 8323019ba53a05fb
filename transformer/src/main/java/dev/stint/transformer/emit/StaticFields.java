package dev.stint.transformer.emit;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;

/**
 * Makes static final fields assignable, so that their values can be put back on another node.
 * Fields of interfaces stay final because the JVM demands it, compile-time constants because their
 * values are part of the code, and enum constants and compilers' own fields because nobody changes
 * them.
 */
final class StaticFields {
  private final boolean isInterface;
  private final ClassOutput output;

  StaticFields(ClassModel type, ClassOutput output) {
    this.isInterface = type.flags().has(AccessFlag.INTERFACE);
    this.output = output;
  }

  void write(ClassBuilder c, FieldModel field) {
    int flags = field.flags().flagsMask();
    boolean staticFinal = has(flags, ClassFile.ACC_STATIC) && has(flags, ClassFile.ACC_FINAL);
    if (!staticFinal || field.findAttribute(Attributes.constantValue()).isPresent()) {
      c.with(field);
      return;
    }
    output.staticFinal(field.fieldName().stringValue());
    if (isInterface || has(flags, ClassFile.ACC_ENUM) || has(flags, ClassFile.ACC_SYNTHETIC)) {
      c.with(field);
      return;
    }
    c.withField(
        field.fieldName(),
        field.fieldType(),
        f -> {
          f.withFlags(flags & ~ClassFile.ACC_FINAL);
          for (var element : field) {
            if (!(element instanceof java.lang.classfile.AccessFlags)) {
              f.with(element);
            }
          }
        });
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }
}
