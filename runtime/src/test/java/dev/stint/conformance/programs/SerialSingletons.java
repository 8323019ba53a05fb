package dev.stint.conformance.programs;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Objects whose own serialization would change them; a move is none and leaves them as they are.
 */
public final class SerialSingletons {
  static final class Config implements Serializable {
    private static final long serialVersionUID = 1;
    static final Config INSTANCE = new Config("one");
    private final String name;
    private transient int hits;
    private transient List<String> cache = new ArrayList<>();

    private Config(String name) {
      this.name = name;
    }

    private Object readResolve() {
      return INSTANCE;
    }

    private Object writeReplace() {
      return new Config(name + "'");
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      throw new IOException("never written");
    }

    private void readObject(ObjectInputStream in) {
      hits = -1;
    }
  }

  public static final class Outside implements Externalizable {
    private static final long serialVersionUID = 1;
    private static int made;
    private int value = ++made;

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeInt(-value);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
      value = in.readInt();
    }
  }

  enum Lazy implements Supplier<String> {
    A {
      private String made;

      @Override
      public String get() {
        return made == null ? made = "a" + count++ : made;
      }
    },
    B {
      @Override
      public String get() {
        return "b" + count++;
      }
    };

    int count;
  }

  public static void main(String[] args) {
    Config other = new Config("other");
    Outside[] outside = {new Outside(), new Outside()};
    WeakHashMap<Object, String> weak = new WeakHashMap<>();
    ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 5);
    for (int i = 0; i < 4; i++) { // frozen here
      Config.INSTANCE.hits += i;
      other.cache.add("c" + i);
      other.hits++;
      outside[i % 2].value += 10;
      weak.put(outside[i % 2], "w" + i);
      local.set(local.get() + i);
      System.out.print(Lazy.A.get() + Lazy.B.get() + " ");
    }
    System.out.println(other.name + other.hits + other.cache + Config.INSTANCE.hits);
    System.out.println(
        outside[0].value + " " + outside[1].value + " " + Outside.made + weak.size());
    System.out.println(
        local.get() + " " + Lazy.A.count + Lazy.B.count + (other == Config.INSTANCE));
  }
}
