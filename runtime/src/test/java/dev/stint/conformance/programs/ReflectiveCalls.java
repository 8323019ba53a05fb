package dev.stint.conformance.programs;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Reflection runs its target pinned, with the results and exceptions of a plain call. */
public final class ReflectiveCalls {
  private int value;
  public String label = "start";

  public ReflectiveCalls(int value) {
    this.value = value;
  }

  public int work(int n, long factor) {
    int r = value;
    for (int i = 0; i < n; i++) { // pinned here
      r += (int) factor;
    }
    return r;
  }

  public static String fail(String why) {
    throw new IllegalStateException(why);
  }

  static int plain(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  public static void main(String[] args) throws Exception {
    Class<?> type = Class.forName(ReflectiveCalls.class.getName());
    for (int i = 0; i < 3; i++) { // frozen here
      Constructor<?> constructor = type.getConstructor(int.class);
      Object made = constructor.newInstance(i * 100);
      Method work = type.getMethod("work", int.class, long.class);
      Field label = type.getField("label");
      label.set(made, label.get(made) + "-" + plain(i + 2));
      Object result = work.invoke(made, 3, 7L);
      System.out.println(result + " " + ((ReflectiveCalls) made).label);
    }
    System.out.println(type == ReflectiveCalls.class);
    try {
      type.getMethod("fail", String.class).invoke(null, "why" + plain(3));
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause());
    }
    try {
      type.getMethod("absent");
    } catch (NoSuchMethodException e) {
      System.out.println("absent");
    }
    System.out.println(plain(5));
  }
}
