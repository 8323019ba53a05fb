package dev.stint.transformer.lambda;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.stint.transformer.LambdaNames;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Writes the class that stands for a lambda: a public field for each captured value, a static
 * method {@code make}, and the functional interface's method. Without captured values there is one
 * instance.
 */
final class LambdaClassWriter {
  static final String MAKE = "make";
  private static final String INSTANCE = "INSTANCE";
  private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  private final LambdaSite site;
  private final ImplementationCall call;
  private final ClassDesc self;

  LambdaClassWriter(LambdaSite site, ImplementationCall call) {
    this.site = site;
    this.call = call;
    this.self = site.type();
  }

  byte[] write(ClassFile classFile) {
    return classFile.build(self, this::build);
  }

  private void build(ClassBuilder c) {
    Set<ClassDesc> interfaces = new LinkedHashSet<>();
    interfaces.add(site.functionalInterface());
    interfaces.addAll(site.markers());
    c.withVersion(ClassFile.JAVA_25_VERSION, 0)
        .withFlags(
            ClassFile.ACC_PUBLIC
                | ClassFile.ACC_FINAL
                | ClassFile.ACC_SUPER
                | ClassFile.ACC_SYNTHETIC)
        .withInterfaceSymbols(interfaces.toArray(ClassDesc[]::new));
    for (int i = 0; i < site.captured().parameterCount(); i++) {
      c.withField(
          LambdaNames.captureField(i), site.captured().parameterType(i), ClassFile.ACC_PUBLIC);
    }
    c.withMethodBody(
        INIT_NAME,
        MTD_void,
        ClassFile.ACC_PUBLIC,
        b -> b.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
    if (site.captured().parameterCount() == 0) {
      writeInstance(c);
    } else {
      c.withMethodBody(MAKE, site.captured(), PUBLIC_STATIC, this::make);
    }
    writeMethod(c, site.samType());
    site.bridges().stream()
        .filter(bridge -> !bridge.equals(site.samType()))
        .forEach(bridge -> writeMethod(c, bridge));
  }

  private void writeInstance(ClassBuilder c) {
    int flags = PUBLIC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC;
    c.withField(INSTANCE, self, flags);
    c.withMethodBody(
        "<clinit>",
        MTD_void,
        ClassFile.ACC_STATIC,
        b ->
            b.new_(self)
                .dup()
                .invokespecial(self, INIT_NAME, MTD_void)
                .putstatic(self, INSTANCE, self)
                .return_());
    c.withMethodBody(
        MAKE, site.captured(), PUBLIC_STATIC, b -> b.getstatic(self, INSTANCE, self).areturn());
  }

  private void make(CodeBuilder b) {
    b.new_(self).dup().invokespecial(self, INIT_NAME, MTD_void);
    int slot = 0;
    for (int i = 0; i < site.captured().parameterCount(); i++) {
      ClassDesc type = site.captured().parameterType(i);
      TypeKind kind = TypeKind.from(type);
      b.dup().loadLocal(kind, slot).putfield(self, LambdaNames.captureField(i), type);
      slot += kind.slotSize();
    }
    b.areturn();
  }

  private void writeMethod(ClassBuilder c, MethodTypeDesc type) {
    c.withMethodBody(site.samName(), type, ClassFile.ACC_PUBLIC, b -> run(b, type));
  }

  /** Captured values, then arguments, each as the implementation wants it. */
  private void run(CodeBuilder b, MethodTypeDesc type) {
    MethodTypeDesc wanted = call.type();
    call.begin(b);
    int captured = site.captured().parameterCount();
    for (int i = 0; i < captured; i++) {
      ClassDesc held = site.captured().parameterType(i);
      b.aload(0).getfield(self, LambdaNames.captureField(i), held);
      Conversion.write(b, held, wanted.parameterType(i), held);
    }
    int slot = 1;
    for (int i = 0; i < type.parameterCount(); i++) {
      ClassDesc given = type.parameterType(i);
      TypeKind kind = TypeKind.from(given);
      b.loadLocal(kind, slot);
      slot += kind.slotSize();
      ClassDesc instantiated = site.instantiatedType().parameterType(i);
      Conversion.write(b, given, wanted.parameterType(captured + i), instantiated);
    }
    call.end(b);
    ClassDesc result = wanted.returnType();
    Conversion.write(b, result, type.returnType(), result);
    b.return_(TypeKind.from(type.returnType()));
  }
}
