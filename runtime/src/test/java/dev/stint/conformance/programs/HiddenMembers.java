package dev.stint.conformance.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;

/** Reflection and Java serialization see the class as it was written. */
public final class HiddenMembers {
  static class Account implements Serializable {
    static final int[] TABLE = {1, 2};
    private long balance = 3;
    protected String owner = "o";

    long spin(int n) {
      for (int i = 0; i < n; i++) { // frozen here
        balance += i;
      }
      return balance;
    }

    static String name(Account a, int n) {
      while (n-- > 0) { // frozen here
        a.owner += n;
      }
      return a.owner;
    }
  }

  public static void main(String[] args) throws Exception {
    Account account = new Account();
    System.out.println(account.spin(4) + Account.name(account, 3));
    Method[] methods = Account.class.getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    for (Method m : methods) { // frozen here
      System.out.println(
          Modifier.toString(m.getModifiers()) + " " + m.getName() + m.getParameterCount());
    }
    Field[] fields = Account.class.getDeclaredFields();
    Arrays.sort(fields, Comparator.comparing(Field::getName));
    for (Field f : fields) { // frozen here
      System.out.println(
          Modifier.toString(f.getModifiers())
              + " "
              + f.getType().getSimpleName()
              + " "
              + f.getName());
    }
    System.out.println(
        Arrays.toString(Account.class.getInterfaces()) + Account.class.getDeclaredClasses().length);
    System.out.println(ObjectStreamClass.lookup(Account.class).getSerialVersionUID());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(account);
    Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    System.out.println(copy instanceof Account c ? c.spin(2) + c.owner : "other class");
  }
}
