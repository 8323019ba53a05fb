package dev.stint.transformer;

import dev.stint.abi.FrameShape;
import java.lang.invoke.MethodHandleInfo;

/**
 * The name of the class that stands for a lambda or method reference.
 *
 * <p>It is made of what {@link java.lang.invoke.SerializedLambda} tells, so that a lambda which an
 * untransformed program serialized finds its class on a node.
 */
public final class LambdaNames {
  private LambdaNames() {}

  /**
   * Internal name of the class. All parameters are as {@code SerializedLambda} has them: class
   * names are internal, types are descriptors.
   *
   * @param implKind a reference kind of {@link java.lang.invoke.MethodHandleInfo}; the JDK reports
   *     the same method under different kinds of instance call, so only the sort of call counts
   * @param implClass the class that declares the implementation
   */
  public static String nameOf(
      String capturingClass,
      String functionalInterfaceClass,
      String samName,
      String samDescriptor,
      int implKind,
      String implClass,
      String implName,
      String implSignature,
      String instantiatedMethodType) {
    String hash =
        StableHash.name(
            capturingClass,
            functionalInterfaceClass,
            samName,
            samDescriptor,
            sortOfCall(implKind),
            implClass,
            implName,
            implSignature,
            instantiatedMethodType);
    return capturingClass + FrameShape.LAMBDA_MARK + hash;
  }

  private static String sortOfCall(int implKind) {
    return switch (implKind) {
      case MethodHandleInfo.REF_invokeStatic -> "static";
      case MethodHandleInfo.REF_newInvokeSpecial -> "new";
      default -> "instance";
    };
  }

  /**
   * The public field that holds the captured value of this index, as in {@code SerializedLambda}.
   */
  public static String captureField(int index) {
    return "c" + index;
  }
}
