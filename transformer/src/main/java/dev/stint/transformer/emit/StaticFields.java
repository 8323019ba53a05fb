package dev.stint.transformer.emit;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes static final fields assignable, so that their values can be put back on another node.
 * Fields of interfaces stay final because the JVM demands it, and their values are {@linkplain
 * dev.stint.transformer.ConstantsClass kept apart}; compile-time constants because their values are
 * part of the code, and enum constants and compilers' own fields because nobody changes them.
 */
public final class StaticFields {
  private static final int BYTES_PER_COPY = 4;

  /** Of the 65,535 that a method may have, without what all initialisers get. */
  private static final int MOST_BYTES = 65_000;

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

  /**
   * Whether the values of an interface's constant are kept apart. They are not if its initialiser
   * would grow too large.
   */
  public static boolean isKeptApart(ClassModel type, FieldModel field) {
    return type.flags().has(AccessFlag.INTERFACE)
        && isComputedConstant(field)
        && !has(field.flags().flagsMask(), ClassFile.ACC_SYNTHETIC)
        && type.methods().stream().allMatch(m -> hasRoom(m, type.fields().size()));
  }

  private static boolean hasRoom(MethodModel method, int constants) {
    return !method.methodName().equalsString("<clinit>")
        || method
            .findAttribute(Attributes.code())
            .map(code -> code.codeLength() + constants * BYTES_PER_COPY < MOST_BYTES)
            .orElse(false);
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
