package dev.stint.transformer.analysis;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other classes need to know of a class.
 *
 * @param name internal name
 * @param flags access flags of the class file (an inner class's own flags are not looked at)
 * @param superName internal name of the superclass; null for {@code Object} only
 * @param interfaces internal names of the direct superinterfaces
 * @param methods the declared methods and their access flags, in class-file order
 * @param inProgram whether the job's class loader defines it
 */
public record ClassHeader(
    String name,
    int flags,
    @Nullable String superName,
    List<String> interfaces,
    Map<Signature, Integer> methods,
    boolean inProgram) {

  /** Reads the header of a parsed class file. */
  public static ClassHeader of(ClassModel model, boolean inProgram) {
    Map<Signature, Integer> methods = new LinkedHashMap<>();
    model
        .methods()
        .forEach(m ->
            methods.put(
                new Signature(m.methodName().stringValue(), m.methodType().stringValue()),
                m.flags().flagsMask()));
    return new ClassHeader(
        model.thisClass().asInternalName(),
        model.flags().flagsMask(),
        model.superclass().map(c -> c.asInternalName()).orElse(null),
        model.interfaces().stream().map(c -> c.asInternalName()).toList(),
        methods,
        inProgram);
  }

  public boolean isInterface() {
    return (flags & ClassFile.ACC_INTERFACE) != 0;
  }

  public boolean isFinal() {
    return (flags & ClassFile.ACC_FINAL) != 0;
  }

  public boolean isPublic() {
    return (flags & ClassFile.ACC_PUBLIC) != 0;
  }

  /** Whether it declares the method so that subclasses may override it. */
  public boolean declaresVirtual(Signature signature) {
    Integer access = methods.get(signature);
    return access != null && isVirtual(signature, access);
  }

  /** Whether a method with these flags takes part in overriding. */
  public static boolean isVirtual(Signature signature, int access) {
    return signature.isOrdinary() && (access & (ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE)) == 0;
  }

  /** The package part of an internal name; empty for the unnamed package. */
  public static String packageOf(String internalName) {
    int slash = internalName.lastIndexOf('/');
    return slash < 0 ? "" : internalName.substring(0, slash);
  }
}
