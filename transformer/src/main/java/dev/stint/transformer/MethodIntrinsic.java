package dev.stint.transformer;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Replaces calls of one method by calls of a static method.
 *
 * <p>It applies where the call's static owner is {@code owner} or a subtype of it, unless the
 * method so called is declared by a class of the program. It does not apply to {@code super.m()},
 * nor inside {@code targetOwner} itself, whose code may therefore fall back to the original. A
 * receiver's class may still override the method: the target has to care for that.
 *
 * @param owner internal name of the type whose method is replaced
 * @param name its name
 * @param descriptor its descriptor
 * @param isStatic whether it is static; if not, the target takes the receiver first
 * @param targetOwner internal name of the class (not interface) that has the target
 * @param targetName the target's name
 * @param targetDescriptor the target's descriptor, without the context
 * @param suspending the target is outside the program and takes a {@link dev.stint.abi.Ctx} as
 *     additional last parameter; a target inside the program is analysed instead
 * @param exactOwner whether it applies only where the call's static owner is {@code owner} itself
 */
public record MethodIntrinsic(
    String owner,
    String name,
    String descriptor,
    boolean isStatic,
    String targetOwner,
    String targetName,
    String targetDescriptor,
    boolean suspending,
    boolean exactOwner) {

  /** A static method, replaced by one of the same descriptor. */
  public static MethodIntrinsic ofStatic(
      String owner,
      String name,
      String descriptor,
      String targetOwner,
      String targetName,
      boolean suspending) {
    return new MethodIntrinsic(
        owner, name, descriptor, true, targetOwner, targetName, descriptor, suspending, false);
  }

  /** An instance method, replaced by a static one that takes the receiver first. */
  public static MethodIntrinsic ofVirtual(
      String owner,
      String name,
      String descriptor,
      String targetOwner,
      String targetName,
      boolean suspending) {
    String target = withReceiver(owner, descriptor);
    return new MethodIntrinsic(
        owner, name, descriptor, false, targetOwner, targetName, target, suspending, false);
  }

  /** As {@link #ofVirtual}, for calls that name {@code owner} itself as their owner. */
  public static MethodIntrinsic ofExactly(
      String owner, String name, String descriptor, String targetOwner, String targetName) {
    String target = withReceiver(owner, descriptor);
    return new MethodIntrinsic(
        owner, name, descriptor, false, targetOwner, targetName, target, false, true);
  }

  private static String withReceiver(String owner, String descriptor) {
    return MethodTypeDesc.ofDescriptor(descriptor)
        .insertParameterTypes(0, ClassDesc.ofInternalName(owner))
        .descriptorString();
  }
}
