package dev.stint.transformer;

import dev.stint.abi.ClassStart;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.reflect.AccessFlag;

/** What is known of a class's static initialiser from its class file. */
public enum InitializerKind {
  /** There is none: initialising the class does nothing of its own. */
  NONE,
  /** It tells {@link ClassStart} when it begins. */
  ANNOUNCED,
  /**
   * As announced, but of an interface that no class below initialises: it has no default method.
   */
  APART,
  /** It runs without a word: the class was left as it was. */
  SILENT;

  private static final String START = ClassStart.class.getName().replace('.', '/');

  /** The kind of a class as it is defined. */
  public static InitializerKind of(byte[] classFile) {
    ClassModel type = ClassFile.of().parse(classFile);
    for (MethodModel method : type.methods()) {
      if (method.methodName().equalsString("<clinit>")) {
        return !announces(type, method) ? SILENT : isApart(type) ? APART : ANNOUNCED;
      }
    }
    return NONE;
  }

  private static boolean isApart(ClassModel type) {
    int notDefault = ClassFile.ACC_ABSTRACT | ClassFile.ACC_STATIC;
    return type.flags().has(AccessFlag.INTERFACE)
        && type.methods().stream().allMatch(m -> (m.flags().flagsMask() & notDefault) != 0);
  }

  /** Whether the code begins with loading a class constant and the call that tells of it. */
  private static boolean announces(ClassModel type, MethodModel method) {
    CodeAttribute code = method.findAttribute(Attributes.code()).orElseThrow();
    byte[] bytes = code.codeArray();
    int first = bytes[0] & 0xff;
    int call =
        first == Opcode.LDC.bytecode()
            ? Opcode.LDC.sizeIfFixed()
            : first == Opcode.LDC_W.bytecode() ? Opcode.LDC_W.sizeIfFixed() : bytes.length;
    if (call + 2 >= bytes.length || (bytes[call] & 0xff) != Opcode.INVOKESTATIC.bytecode()) {
      return false;
    }
    int index = (bytes[call + 1] & 0xff) << Byte.SIZE | (bytes[call + 2] & 0xff);
    return type.constantPool()
        .entryByIndex(index, MemberRefEntry.class)
        .owner()
        .asInternalName()
        .equals(START);
  }
}
