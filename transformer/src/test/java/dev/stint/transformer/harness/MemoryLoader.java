package dev.stint.transformer.harness;

import dev.stint.abi.ClassStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Defines classes from memory, its own before its parent's. */
public final class MemoryLoader extends ClassLoader implements ClassStart.Listener {
  /** The classes whose initialisers have begun, as they said. */
  public final List<String> begun = new ArrayList<>();

  private final Map<String, byte[]> classes;

  public MemoryLoader(Map<String, byte[]> classes) {
    super(MemoryLoader.class.getClassLoader());
    this.classes = classes;
  }

  @Override
  public void initializerBegan(Class<?> type) {
    begun.add(type.getName());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = classes.get(name.replace('.', '/'));
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
