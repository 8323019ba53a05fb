package dev.stint.transformer.lambda;

import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.Signature;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Replaces the lambdas and method references of one class by instances of named classes. */
public final class LambdaDesugaring {
  private final ClassModel type;
  private final ClassHeader header;
  private final Hierarchy hierarchy;
  private final ClassFile classFile;
  private final Map<String, LambdaSite> sites = new TreeMap<>();
  private final Map<Signature, MethodTypeDesc> bodies = new LinkedHashMap<>();
  private final Map<String, ImplementationCall> accessors = new TreeMap<>();

  private LambdaDesugaring(ClassModel type, Hierarchy hierarchy, ClassFile classFile) {
    this.type = type;
    this.header = ClassHeader.of(type, true);
    this.hierarchy = hierarchy;
    this.classFile = classFile;
  }

  /**
   * Rewrites a class.
   *
   * @return the class and those that stand for its lambdas, by internal name; empty if it has none
   */
  public static Map<String, byte[]> desugar(
      ClassModel type, Hierarchy hierarchy, ClassFile classFile) {
    LambdaDesugaring desugaring = new LambdaDesugaring(type, hierarchy, classFile);
    desugaring.collect();
    return desugaring.sites.isEmpty() ? Map.of() : desugaring.write();
  }

  private void collect() {
    for (MethodModel method : type.methods()) {
      CodeModel code = method.findAttribute(Attributes.code()).orElse(null);
      if (code == null) {
        continue;
      }
      for (CodeElement element : code) {
        LambdaSite site = siteAt(element);
        if (site != null) {
          sites.merge(site.className(), site, LambdaSite::and);
        }
      }
    }
  }

  private @Nullable LambdaSite siteAt(CodeElement element) {
    return element instanceof InvokeDynamicInstruction indy
        ? LambdaSite.of(header.name(), indy, hierarchy)
        : null;
  }

  private Map<String, byte[]> write() {
    Map<String, byte[]> written = new TreeMap<>();
    sites.forEach((name, site) ->
        written.put(name, new LambdaClassWriter(site, callOf(site)).write(classFile)));
    written.put(header.name(), classFile.transformClass(type, new Rewriting()));
    return written;
  }

  private ImplementationCall callOf(LambdaSite site) {
    Access access = Access.of(header, site.implementation(), hierarchy);
    ImplementationCall call =
        new ImplementationCall(
            site.implementation(),
            access,
            ClassDesc.ofInternalName(header.name()),
            header.isInterface());
    switch (access) {
      case Access.Direct d -> {}
      case Access.Body b -> bodies.put(site.implementation().signature(), b.type());
      case Access.Accessor a -> accessors.put(a.name(), call);
    }
    return call;
  }

  /** The edit of the capturing class. */
  private final class Rewriting implements ClassTransform {
    /** Type annotations of code hold offsets that are not moved with it: they are dropped. */
    private final CodeTransform makeInstances =
        (b, element) -> {
          LambdaSite site = siteAt(element);
          if (site != null) {
            b.invokestatic(site.type(), LambdaClassWriter.MAKE, site.captured());
          } else if (!(element instanceof RuntimeVisibleTypeAnnotationsAttribute)
              && !(element instanceof RuntimeInvisibleTypeAnnotationsAttribute)) {
            b.with(element);
          }
        };

    @Override
    public void accept(ClassBuilder c, ClassElement element) {
      if (element instanceof MethodModel method) {
        MethodTypeDesc asBody =
            bodies.get(
                new Signature(
                    method.methodName().stringValue(), method.methodType().stringValue()));
        if (asBody == null) {
          c.transformMethod(
              method, java.lang.classfile.MethodTransform.transformingCode(makeInstances));
        } else {
          writeBody(c, method, asBody);
        }
      } else {
        c.with(element);
      }
    }

    private void writeBody(ClassBuilder c, MethodModel method, MethodTypeDesc asBody) {
      int visibility = header.isInterface() ? ClassFile.ACC_PUBLIC : 0;
      int flags = method.flags().flagsMask() & ~ClassFile.ACC_PRIVATE;
      c.withMethod(
          method.methodName().stringValue(),
          asBody,
          flags | ClassFile.ACC_STATIC | visibility,
          m -> {
            for (MethodElement element : method) {
              switch (element) {
                case CodeModel code -> m.transformCode(code, makeInstances);
                case java.lang.classfile.AccessFlags f -> {}
                case MethodParametersAttribute p -> {}
                case RuntimeVisibleParameterAnnotationsAttribute p -> {}
                case RuntimeInvisibleParameterAnnotationsAttribute p -> {}
                case java.lang.classfile.attribute.SignatureAttribute s -> {}
                default -> m.with(element);
              }
            }
          });
    }

    @Override
    public void atEnd(ClassBuilder c) {
      int visibility = header.isInterface() ? ClassFile.ACC_PUBLIC : 0;
      accessors.forEach((name, call) ->
          c.withMethodBody(
              name,
              call.type(),
              ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC | visibility,
              b -> writeAccessor(b, call)));
    }
  }

  private static void writeAccessor(java.lang.classfile.CodeBuilder b, ImplementationCall call) {
    MethodTypeDesc type = call.type();
    ImplementationCall.beginDirect(b, call.target());
    int slot = 0;
    for (ClassDesc parameter : type.parameterList()) {
      TypeKind kind = TypeKind.from(parameter);
      b.loadLocal(kind, slot);
      slot += kind.slotSize();
    }
    ImplementationCall.endDirect(b, call.target());
    b.return_(TypeKind.from(type.returnType()));
  }
}
