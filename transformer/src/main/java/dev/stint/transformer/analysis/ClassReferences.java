package dev.stint.transformer.analysis;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Set;
import java.util.TreeSet;

/** The classes that a class file names in its constant pool. */
public final class ClassReferences {
  private ClassReferences() {}

  /** Internal names, in order; arrays count as their element types. */
  public static Set<String> of(byte[] classFile) {
    Set<String> names = new TreeSet<>();
    ClassModel model = ClassFile.of().parse(classFile);
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry c -> addClass(c.asInternalName(), names);
        case NameAndTypeEntry n -> addDescriptor(n.type().stringValue(), names);
        case MethodTypeEntry t -> addDescriptor(t.descriptor().stringValue(), names);
        default -> {}
      }
    }
    model.fields().forEach(f -> addDescriptor(f.fieldType().stringValue(), names));
    model.methods().forEach(m -> addDescriptor(m.methodType().stringValue(), names));
    return names;
  }

  private static void addClass(String name, Set<String> into) {
    if (name.startsWith("[")) {
      addDescriptor(name, into);
    } else {
      into.add(name);
    }
  }

  /** Adds each {@code Lname;} of a field or method descriptor. */
  private static void addDescriptor(String descriptor, Set<String> into) {
    int at = descriptor.indexOf('L');
    while (at >= 0) {
      int end = descriptor.indexOf(';', at);
      into.add(descriptor.substring(at + 1, end));
      at = descriptor.indexOf('L', end);
    }
  }
}
