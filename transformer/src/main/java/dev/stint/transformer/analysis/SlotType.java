package dev.stint.transformer.analysis;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/**
 * What the verifier knows of a local variable or operand (JVMS 4.10.1.2).
 *
 * @param kind which sort of value
 * @param type its class; meaningful for {@link Kind#REFERENCE} and the uninitialized kinds only
 * @param newAt for {@link Kind#UNINITIALIZED}: index of the {@code new} that made it
 */
public record SlotType(Kind kind, ClassDesc type, int newAt) {

  /** The sorts of values. */
  public enum Kind {
    /** Nothing usable. */
    TOP,
    /** The second slot of a long or double local variable. */
    SECOND_HALF,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    REFERENCE,
    NULL,
    UNINITIALIZED,
    UNINITIALIZED_THIS
  }

  static final SlotType TOP = simple(Kind.TOP);
  static final SlotType SECOND_HALF = simple(Kind.SECOND_HALF);
  static final SlotType INT = simple(Kind.INT);
  static final SlotType LONG = simple(Kind.LONG);
  static final SlotType FLOAT = simple(Kind.FLOAT);
  static final SlotType DOUBLE = simple(Kind.DOUBLE);
  static final SlotType NULL = simple(Kind.NULL);

  private static SlotType simple(Kind kind) {
    return new SlotType(kind, ConstantDescs.CD_Object, -1);
  }

  static SlotType reference(ClassDesc type) {
    return new SlotType(Kind.REFERENCE, type, -1);
  }

  static SlotType uninitialized(ClassDesc type, int newAt) {
    return new SlotType(Kind.UNINITIALIZED, type, newAt);
  }

  static SlotType uninitializedThis(ClassDesc type) {
    return new SlotType(Kind.UNINITIALIZED_THIS, type, -1);
  }

  /** The type of a value that is declared as {@code type}, which must not be void. */
  static SlotType of(ClassDesc type) {
    return type.isPrimitive() ? of(TypeKind.from(type)) : reference(type);
  }

  static SlotType of(TypeKind kind) {
    return switch (kind) {
      case LONG -> LONG;
      case FLOAT -> FLOAT;
      case DOUBLE -> DOUBLE;
      case REFERENCE -> reference(ConstantDescs.CD_Object);
      default -> INT;
    };
  }

  /** Takes two slots as a local variable. */
  public boolean isWide() {
    return kind == Kind.LONG || kind == Kind.DOUBLE;
  }

  /** A value that a frame has to hold; null and uninitialized ones are made anew instead. */
  public boolean isStorable() {
    return switch (kind) {
      case INT, LONG, FLOAT, DOUBLE, REFERENCE -> true;
      default -> false;
    };
  }

  /** How instructions move it. */
  public TypeKind typeKind() {
    return switch (kind) {
      case INT -> TypeKind.INT;
      case LONG -> TypeKind.LONG;
      case FLOAT -> TypeKind.FLOAT;
      case DOUBLE -> TypeKind.DOUBLE;
      default -> TypeKind.REFERENCE;
    };
  }
}
