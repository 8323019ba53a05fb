package dev.stint.image;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Fields, methods and constructors as reflection shows them: by class, name and types. That access
 * checks are off is kept for the program's own members.
 */
final class MemberCodec<M extends AccessibleObject & Member> implements ObjectCodec<M> {
  private static final String CONSTRUCTOR = "<init>";

  static void register(TypeTable.Registrar to) {
    to.add(202, Field.class, new MemberCodec<Field>());
    to.add(203, Method.class, new MemberCodec<Method>());
    to.add(204, Constructor.class, new MemberCodec<Constructor<?>>());
  }

  @Override
  @SuppressWarnings("deprecation") // Whether the flag was set is what the program can observe.
  public void write(M member, ImageOutput out) {
    out.writeRef(member.getDeclaringClass());
    out.writeText(member instanceof Constructor<?> ? CONSTRUCTOR : member.getName());
    out.writeBoolean(member.isAccessible());
    if (member instanceof Executable executable) {
      out.writeRef(executable.getParameterTypes());
    }
    if (member instanceof Method method) {
      out.writeRef(method.getReturnType());
    }
  }

  @Override
  public M read(ImageInput in, Class<? extends M> type) {
    Class<?> owner = in.readRef(Class.class);
    String name = in.readSomeText();
    boolean accessible = in.readBoolean();
    try {
      M member = type.cast(find(owner, name, in, type));
      if (accessible && !ClassKinds.isJdk(owner)) {
        member.setAccessible(true);
      }
      return member;
    } catch (NoSuchFieldException | NoSuchMethodException | InaccessibleObjectException e) {
      throw new ImageFormatException(
          "the image refers to "
              + ImageFormatException.quoted(owner.getName() + "." + name)
              + ", which is not there: use the same code on both sides",
          e);
    }
  }

  private static Object find(Class<?> owner, String name, ImageInput in, Class<?> type)
      throws NoSuchFieldException, NoSuchMethodException {
    if (type == Field.class) {
      return owner.getDeclaredField(name);
    }
    Class<?>[] parameters = in.readRef(Class[].class);
    return type == Method.class
        ? method(owner, name, parameters, in.readRef(Class.class))
        : owner.getDeclaredConstructor(parameters);
  }

  /** Bridges differ from what they lead to by their return type only. */
  private static Method method(
      Class<?> owner, String name, Class<?>[] parameters, Class<?> returned)
      throws NoSuchMethodException {
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)
          && method.getReturnType() == returned
          && Arrays.equals(method.getParameterTypes(), parameters)) {
        return method;
      }
    }
    throw new NoSuchMethodException(name);
  }
}
