package dev.stint.transformer.emit;

import static java.lang.constant.ConstantDescs.CD_long;

import dev.stint.transformer.analysis.Hierarchy;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The default {@code serialVersionUID} of a class, computed from its class file as compiled, so
 * that what is generated does not change it. The algorithm is that of the Java Object Serialization
 * Specification, section 4.6.
 */
public final class SerialVersion {
  private static final String FIELD = "serialVersionUID";
  private static final String SERIALIZABLE = "java/io/Serializable";
  private static final int CLASS_FLAGS =
      ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT;
  private static final int FIELD_FLAGS =
      ClassFile.ACC_PUBLIC
          | ClassFile.ACC_PRIVATE
          | ClassFile.ACC_PROTECTED
          | ClassFile.ACC_STATIC
          | ClassFile.ACC_FINAL
          | ClassFile.ACC_VOLATILE
          | ClassFile.ACC_TRANSIENT;
  private static final int METHOD_FLAGS =
      ClassFile.ACC_PUBLIC
          | ClassFile.ACC_PRIVATE
          | ClassFile.ACC_PROTECTED
          | ClassFile.ACC_STATIC
          | ClassFile.ACC_FINAL
          | ClassFile.ACC_SYNCHRONIZED
          | ClassFile.ACC_NATIVE
          | ClassFile.ACC_ABSTRACT
          | ClassFile.ACC_STRICT;

  private SerialVersion() {}

  /** The default version, or nothing for a class that has none or declares its own. */
  public static OptionalLong defaultOf(ClassModel type, Hierarchy hierarchy) {
    boolean isInterface = (type.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    boolean isEnum = (type.flags().flagsMask() & ClassFile.ACC_ENUM) != 0;
    boolean isRecord = type.findAttribute(Attributes.record()).isPresent();
    if (isInterface
        || isEnum
        || isRecord
        || type.fields().stream().anyMatch(f -> f.fieldName().equalsString(FIELD))
        || !hierarchy.isSubtype(type.thisClass().asInternalName(), SERIALIZABLE)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(compute(type));
  }

  static void write(ClassBuilder c, long version) {
    c.withField(
        FIELD,
        CD_long,
        f ->
            f.withFlags(
                    ClassFile.ACC_PRIVATE
                        | ClassFile.ACC_STATIC
                        | ClassFile.ACC_FINAL
                        | ClassFile.ACC_SYNTHETIC)
                .with(ConstantValueAttribute.of(version)));
  }

  private static long compute(ClassModel type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(type.thisClass().asInternalName().replace('/', '.'));
      out.writeInt(classFlags(type));
      writeInterfaces(type, out);
      writeFields(type, out);
      writeMethods(type, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] hash = sha1(bytes.toByteArray());
    long version = 0;
    for (int i = 7; i >= 0; i--) {
      version = (version << 8) | (hash[i] & 0xff);
    }
    return version;
  }

  /** A nested class has the flags of its source, which are in the InnerClasses attribute. */
  private static int classFlags(ClassModel type) {
    int own = type.flags().flagsMask();
    int declared =
        type.findAttribute(Attributes.innerClasses()).stream()
            .flatMap(a -> a.classes().stream())
            .filter(i -> i.innerClass().asInternalName().equals(type.thisClass().asInternalName()))
            .mapToInt(i -> i.flagsMask())
            .findFirst()
            .orElse(own);
    return declared & CLASS_FLAGS;
  }

  private static void writeInterfaces(ClassModel type, DataOutputStream out) throws IOException {
    List<String> names =
        type.interfaces().stream().map(i -> i.asInternalName().replace('/', '.')).sorted().toList();
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static void writeFields(ClassModel type, DataOutputStream out) throws IOException {
    List<FieldModel> fields =
        type.fields().stream()
            .sorted(Comparator.comparing(f -> f.fieldName().stringValue()))
            .toList();
    for (FieldModel field : fields) {
      int flags = field.flags().flagsMask() & FIELD_FLAGS;
      boolean isPrivate = (flags & ClassFile.ACC_PRIVATE) != 0;
      boolean skipped = (flags & (ClassFile.ACC_STATIC | ClassFile.ACC_TRANSIENT)) != 0;
      if (!isPrivate || !skipped) {
        out.writeUTF(field.fieldName().stringValue());
        out.writeInt(flags);
        out.writeUTF(field.fieldType().stringValue());
      }
    }
  }

  /**
   * Class initializer, then constructors, then the rest; each group in order, private ones left
   * out.
   */
  private static void writeMethods(ClassModel type, DataOutputStream out) throws IOException {
    if (type.methods().stream().anyMatch(m -> m.methodName().equalsString("<clinit>"))) {
      out.writeUTF("<clinit>");
      out.writeInt(ClassFile.ACC_STATIC);
      out.writeUTF("()V");
    }
    Comparator<MethodModel> byType = Comparator.comparing(m -> m.methodType().stringValue());
    writeMethods(
        type.methods().stream()
            .filter(m -> m.methodName().equalsString("<init>"))
            .sorted(byType)
            .toList(),
        out);
    Comparator<MethodModel> byName = Comparator.comparing(m -> m.methodName().stringValue());
    writeMethods(
        type.methods().stream()
            .filter(m -> !m.methodName().stringValue().startsWith("<"))
            .sorted(byName.thenComparing(byType))
            .toList(),
        out);
  }

  private static void writeMethods(List<MethodModel> methods, DataOutputStream out)
      throws IOException {
    for (MethodModel method : methods) {
      int flags = method.flags().flagsMask() & METHOD_FLAGS;
      if ((flags & ClassFile.ACC_PRIVATE) == 0) {
        out.writeUTF(method.methodName().stringValue());
        out.writeInt(flags);
        out.writeUTF(method.methodType().stringValue().replace('/', '.'));
      }
    }
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
