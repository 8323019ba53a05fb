package dev.stint.transformer.lambda;

import dev.stint.transformer.LambdaNames;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.Signature;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code invokedynamic} that makes a lambda or method reference; see {@link LambdaMetafactory}.
 *
 * @param className internal name of the class that stands for it
 * @param captured the types of the captured values; the result is the functional interface
 * @param samName name of the functional interface's method
 * @param samType its erased type
 * @param instantiatedType its type with type arguments put in
 * @param implementation what runs
 * @param markers further interfaces
 * @param bridges further erased types of the functional interface's method
 */
record LambdaSite(
    String className,
    MethodTypeDesc captured,
    String samName,
    MethodTypeDesc samType,
    MethodTypeDesc instantiatedType,
    Implementation implementation,
    List<ClassDesc> markers,
    List<MethodTypeDesc> bridges) {

  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final ClassDesc SERIALIZABLE = ClassDesc.of("java.io.Serializable");

  /**
   * The method that a lambda's class calls.
   *
   * @param kind a reference kind of {@link java.lang.invoke.MethodHandleInfo}
   * @param ownerIsInterface how the reference says it
   */
  record Implementation(int kind, String owner, Signature signature, boolean ownerIsInterface) {
    boolean isStatic() {
      return kind == java.lang.invoke.MethodHandleInfo.REF_invokeStatic;
    }

    boolean isConstructor() {
      return kind == java.lang.invoke.MethodHandleInfo.REF_newInvokeSpecial;
    }

    ClassDesc ownerType() {
      return ClassDesc.ofInternalName(owner);
    }

    /** The type as a function: receiver first, a constructor returning what it makes. */
    MethodTypeDesc functionType() {
      MethodTypeDesc type = signature.type();
      if (isConstructor()) {
        return type.changeReturnType(ownerType());
      }
      return isStatic() ? type : type.insertParameterTypes(0, ownerType());
    }
  }

  ClassDesc type() {
    return ClassDesc.ofInternalName(className);
  }

  ClassDesc functionalInterface() {
    return captured.returnType();
  }

  /** Reads the site, or returns null if the instruction makes something else. */
  static @Nullable LambdaSite of(
      String capturing, InvokeDynamicInstruction instruction, Hierarchy hierarchy) {
    var bootstrap = instruction.invokedynamic().bootstrap();
    MemberRefEntry factory = bootstrap.bootstrapMethod().reference();
    String factoryName = factory.name().stringValue();
    boolean alternative = factoryName.equals("altMetafactory");
    List<LoadableConstantEntry> arguments = bootstrap.arguments();
    if (!factory.owner().asInternalName().equals(METAFACTORY)
        || !(alternative || factoryName.equals("metafactory"))
        || !(arguments.get(1) instanceof MethodHandleEntry handle)) {
      return null;
    }
    MemberRefEntry method = handle.reference();
    Implementation implementation =
        new Implementation(
            handle.kind(),
            method.owner().asInternalName(),
            new Signature(method.name().stringValue(), method.type().stringValue()),
            method instanceof InterfaceMethodRefEntry);
    Extras extras = alternative ? Extras.of(arguments) : new Extras(List.of(), List.of());
    MethodTypeDesc samType = methodType(arguments.get(0));
    MethodTypeDesc instantiated = methodType(arguments.get(2));
    MethodTypeDesc captured = instruction.typeSymbol();
    String samName = instruction.name().stringValue();
    String name =
        nameOf(capturing, captured, samName, samType, instantiated, implementation, hierarchy);
    return new LambdaSite(
        name,
        captured,
        samName,
        samType,
        instantiated,
        implementation,
        extras.markers(),
        extras.bridges());
  }

  /** Named as {@code SerializedLambda} sees it: by the class that declares the implementation. */
  private static String nameOf(
      String capturing,
      MethodTypeDesc captured,
      String samName,
      MethodTypeDesc samType,
      MethodTypeDesc instantiated,
      Implementation implementation,
      Hierarchy hierarchy) {
    Signature signature = implementation.signature();
    MethodRef declared =
        signature.isOrdinary() ? hierarchy.resolve(implementation.owner(), signature) : null;
    String functional = captured.returnType().descriptorString();
    return LambdaNames.nameOf(
        capturing,
        functional.substring(1, functional.length() - 1),
        samName,
        samType.descriptorString(),
        implementation.kind(),
        declared == null ? implementation.owner() : declared.owner(),
        signature.name(),
        signature.descriptor(),
        instantiated.descriptorString());
  }

  private static MethodTypeDesc methodType(LoadableConstantEntry entry) {
    return ((MethodTypeEntry) entry).asSymbol();
  }

  /** Another site of the same name: one class serves both, with the interfaces of both. */
  LambdaSite and(LambdaSite other) {
    return new LambdaSite(
        className,
        captured,
        samName,
        samType,
        instantiatedType,
        implementation,
        union(markers, other.markers),
        union(bridges, other.bridges));
  }

  private static <T> List<T> union(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    second.stream().filter(x -> !all.contains(x)).forEach(all::add);
    return List.copyOf(all);
  }

  /** What {@code altMetafactory} takes beyond {@code metafactory}. */
  private record Extras(List<ClassDesc> markers, List<MethodTypeDesc> bridges) {
    static Extras of(List<LoadableConstantEntry> arguments) {
      int flags = number(arguments.get(3));
      int at = 4;
      List<ClassDesc> markers = new ArrayList<>();
      if ((flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
        int count = number(arguments.get(at++));
        for (int i = 0; i < count; i++) {
          markers.add(((ClassEntry) arguments.get(at++)).asSymbol());
        }
      }
      if ((flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0 && !markers.contains(SERIALIZABLE)) {
        markers.add(SERIALIZABLE);
      }
      List<MethodTypeDesc> bridges = new ArrayList<>();
      if ((flags & LambdaMetafactory.FLAG_BRIDGES) != 0) {
        int count = number(arguments.get(at++));
        for (int i = 0; i < count; i++) {
          bridges.add(methodType(arguments.get(at++)));
        }
      }
      return new Extras(markers, bridges);
    }

    private static int number(LoadableConstantEntry entry) {
      return ((IntegerEntry) entry).intValue();
    }
  }
}
