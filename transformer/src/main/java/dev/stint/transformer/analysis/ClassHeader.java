package dev.stint.transformer.analysis;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What other classes need to know of a class.
 *
 * @param name internal name
 * @param flags access flags of the class file (an inner class's own flags are not looked at)
 * @param superName internal name of the superclass; null for {@code Object} only
 * @param interfaces internal names of the direct superinterfaces
 * @param methods the declared methods and their access flags, in class-file order
 * @param statics the declared static fields, by {@link #staticKey}, and whether each is a constant
 *     whose value is {@linkplain dev.stint.transformer.ConstantsClass kept apart}
 * @param inProgram whether the job's class loader defines it
 */
public record ClassHeader(
    String name,
    int flags,
    @Nullable String superName,
    List<String> interfaces,
    Map<Signature, Integer> methods,
    Map<String, Boolean> statics,
    boolean inProgram) {

  /** Reads the header of a parsed class file, none of whose constants is kept apart. */
  public static ClassHeader of(ClassModel model, boolean inProgram) {
    return of(model, inProgram, field -> false);
  }

  /** Reads the header of a parsed class file. */
  public static ClassHeader of(
      ClassModel model, boolean inProgram, Predicate<FieldModel> isKeptApart) {
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
        staticsOf(model, isKeptApart),
        inProgram);
  }

  private static Map<String, Boolean> staticsOf(
      ClassModel model, Predicate<FieldModel> isKeptApart) {
    Map<String, Boolean> statics = new LinkedHashMap<>();
    for (FieldModel field : model.fields()) {
      if ((field.flags().flagsMask() & ClassFile.ACC_STATIC) != 0) {
        String key = staticKey(field.fieldName().stringValue(), field.fieldType().stringValue());
        statics.put(key, isKeptApart.test(field));
      }
    }
    return statics;
  }

  /** What a static field is found by. */
  public static String staticKey(String name, String descriptor) {
    return name + ":" + descriptor;
  }

  /** Whether the values of some of its constants are kept apart. */
  public boolean keepsConstantsApart() {
    return statics.containsValue(true);
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
