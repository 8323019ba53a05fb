package dev.stint.image;

import java.lang.invoke.SerializedLambda;

/**
 * What names a lambda's class across JVMs: the facts of {@link SerializedLambda} without the
 * captured values. Class names are internal ones, with slashes.
 */
public record LambdaFacts(
    String capturingClass,
    String functionalInterface,
    String method,
    String methodDescriptor,
    int implementationKind,
    String implementationOwner,
    String implementationName,
    String implementationDescriptor,
    String instantiatedDescriptor) {

  /** The facts of one lambda. */
  public static LambdaFacts of(SerializedLambda lambda) {
    return new LambdaFacts(
        lambda.getCapturingClass(),
        lambda.getFunctionalInterfaceClass(),
        lambda.getFunctionalInterfaceMethodName(),
        lambda.getFunctionalInterfaceMethodSignature(),
        lambda.getImplMethodKind(),
        lambda.getImplClass(),
        lambda.getImplMethodName(),
        lambda.getImplMethodSignature(),
        lambda.getInstantiatedMethodType());
  }

  /** The serialized form that these facts and the captured values make. */
  public SerializedLambda toSerializedLambda(Class<?> capturing, Object[] captured) {
    return new SerializedLambda(
        capturing,
        functionalInterface,
        method,
        methodDescriptor,
        implementationKind,
        implementationOwner,
        implementationName,
        implementationDescriptor,
        instantiatedDescriptor,
        captured);
  }
}
