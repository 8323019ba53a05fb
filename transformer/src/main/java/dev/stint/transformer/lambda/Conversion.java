package dev.stint.transformer.lambda;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Number;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adapts a value between the types of a functional interface and those of its implementation:
 * casts, boxing, unboxing and widening, by the rules of {@link java.lang.invoke.LambdaMetafactory}.
 */
final class Conversion {
  private static final Map<ClassDesc, ClassDesc> BOXES =
      Map.of(
          CD_boolean, CD_Boolean,
          CD_byte, CD_Byte,
          CD_char, CD_Character,
          CD_short, CD_Short,
          CD_int, CD_Integer,
          CD_long, CD_Long,
          CD_float, CD_Float,
          CD_double, CD_Double);

  private Conversion() {}

  /**
   * Converts the value on the stack.
   *
   * @param from its type
   * @param to the type that is needed
   * @param via what the type arguments make of {@code from}; tells how to unbox
   */
  static void write(CodeBuilder b, ClassDesc from, ClassDesc to, ClassDesc via) {
    if (to.equals(CD_void)) {
      drop(b, from);
    } else if (from.equals(to)) {
      return;
    } else if (from.isPrimitive()) {
      fromPrimitive(b, from, to);
    } else if (to.isPrimitive()) {
      unbox(b, via.isPrimitive() ? BOXES.getOrDefault(to, CD_Object) : via, to);
    } else {
      cast(b, to);
    }
  }

  private static void drop(CodeBuilder b, ClassDesc from) {
    switch (TypeKind.from(from).slotSize()) {
      case 2 -> b.pop2();
      case 1 -> b.pop();
      default -> {}
    }
  }

  private static void fromPrimitive(CodeBuilder b, ClassDesc from, ClassDesc to) {
    if (to.isPrimitive()) {
      b.conversion(TypeKind.from(from), TypeKind.from(to));
      return;
    }
    ClassDesc unboxed = primitiveOf(to);
    ClassDesc widened = unboxed == null ? from : unboxed;
    b.conversion(TypeKind.from(from), TypeKind.from(widened));
    ClassDesc box = BOXES.getOrDefault(widened, CD_Object);
    b.invokestatic(box, "valueOf", MethodTypeDesc.of(box, widened));
  }

  /** A source that is no box (Number, Object) is asked as the widest box that could hold it. */
  private static void unbox(CodeBuilder b, ClassDesc source, ClassDesc to) {
    ClassDesc unboxed = primitiveOf(source);
    if (unboxed != null) {
      b.checkcast(source)
          .invokevirtual(source, unboxed.displayName() + "Value", MethodTypeDesc.of(unboxed));
      b.conversion(TypeKind.from(unboxed), TypeKind.from(to));
      return;
    }
    ClassDesc holder = CD_Number;
    if (to.equals(CD_boolean) || to.equals(CD_char)) {
      holder = BOXES.getOrDefault(to, CD_Object);
    }
    b.checkcast(holder).invokevirtual(holder, to.displayName() + "Value", MethodTypeDesc.of(to));
  }

  private static void cast(CodeBuilder b, ClassDesc to) {
    if (!to.equals(CD_Object)) {
      b.checkcast(to);
    }
  }

  private static @Nullable ClassDesc primitiveOf(ClassDesc box) {
    for (Map.Entry<ClassDesc, ClassDesc> entry : BOXES.entrySet()) {
      if (entry.getValue().equals(box)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
