package dev.stint.transformer.emit;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes static final fields assignable, so that their values can be put back on another node.
 * Fields of interfaces stay final because the JVM demands it, compile-time constants because their
 * values are part of the code, and enum constants and compilers' own fields because nobody changes
 * them.
 */
public final class StaticFields {
  private final boolean isInterface;

  StaticFields(ClassModel type) {
    this.isInterface = type.flags().has(AccessFlag.INTERFACE);
  }

  /** The names of a class's static final fields that are no compile-time constants. */
  public static Set<String> finalsOf(ClassModel type) {
    return type.fields().stream()
        .filter(StaticFields::isComputedConstant)
        .map(f -> f.fieldName().stringValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isComputedConstant(FieldModel field) {
    int flags = field.flags().flagsMask();
    return has(flags, ClassFile.ACC_STATIC)
        && has(flags, ClassFile.ACC_FINAL)
        && field.findAttribute(Attributes.constantValue()).isEmpty();
  }

  void write(ClassBuilder c, FieldModel field) {
    int flags = field.flags().flagsMask();
    boolean stays =
        isInterface || has(flags, ClassFile.ACC_ENUM) || has(flags, ClassFile.ACC_SYNTHETIC);
    if (stays || !isComputedConstant(field)) {
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
