package dev.stint.runtime;

import dev.stint.abi.Frame;
import dev.stint.abi.FrameShape;
import dev.stint.image.StaticConstants;
import dev.stint.transformer.ConstantsClass;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The static fields of one class loader's classes. They belong to the root tasklet and travel with
 * it: the values of all classes that were initialised when it was frozen, in one graph with its
 * frames, so that shared objects stay shared.
 *
 * <p>Where it is thawed, those classes are initialised first if they are not yet, with the job's
 * output cut off, because what their initialisers print has been printed; then the values replace
 * what the initialisers made. Of a static final field whose value is a {@linkplain Fixtures
 * fixture} that cannot travel (a logger, a thread pool), the one stays that the initialiser made
 * there. Anything else that cannot travel keeps the root where it is: a move resets nothing
 * silently.
 */
final class Statics {
  /**
   * A class with static fields, in the order of initialisation as far as that is known.
   *
   * @param contents what is in the arrays that stay final, as they do in interfaces that came late
   * @param constants what is in an enum's constants
   */
  record ClassState(
      String className,
      List<FieldState> fields,
      List<FieldState> contents,
      List<EnumStates.ConstantState> constants) {}

  /** One field's value; primitives are boxed. */
  record FieldState(String className, String name, @Nullable Object value) {}

  /** Says whether a value can be encoded. */
  interface Probe {
    boolean canTravel(@Nullable Object value);
  }

  private final JobClassLoader loader;
  private final Map<String, Set<String>> finals;
  private final Map<Class<?>, List<Field>> fields = new HashMap<>();
  private final Map<Object, StaticConstants.Constant> staying = new IdentityHashMap<>();

  /**
   * @param finals static fields that were final in the source, by internal class name
   */
  Statics(JobClassLoader loader, Map<String, Set<String>> finals) {
    this.loader = loader;
    this.finals = finals;
  }

  /** The values of all classes that have been initialised. */
  synchronized List<ClassState> save(Probe probe) {
    List<ClassState> all = new ArrayList<>();
    for (Class<?> type : loader.initialized()) {
      if (isProgram(type)) {
        all.add(
            new ClassState(
                type.getName(),
                valuesOf(type, probe),
                contentsOf(type),
                EnumStates.save(type, probe)));
      }
    }
    return all;
  }

  private List<FieldState> valuesOf(Class<?> type, Probe probe) {
    List<Field> travelling = fields.get(type);
    if (travelling == null) {
      travelling = travellingFields(type, probe);
      fields.put(type, travelling);
    }
    List<FieldState> values = new ArrayList<>(travelling.size());
    for (Field field : travelling) {
      values.add(new FieldState(type.getName(), field.getName(), get(field)));
    }
    return values;
  }

  /** Copies of the arrays that interface constants are, where these are not kept apart. */
  private static List<FieldState> contentsOf(Class<?> type) {
    if (!type.isInterface() || StaticPlaces.apart(type) != null) {
      return List.of();
    }
    List<FieldState> contents = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isFinal(field.getModifiers()) && field.getType().isArray()) {
        field.setAccessible(true);
        Object array = get(field);
        if (array != null) {
          contents.add(new FieldState(type.getName(), field.getName(), copyOf(array)));
        }
      }
    }
    return contents;
  }

  private static Object copyOf(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(componentOf(array), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static Class<?> componentOf(Object array) {
    Class<?> component = array.getClass().getComponentType();
    if (component == null) {
      throw new IllegalArgumentException(array.getClass() + " is no array");
    }
    return component;
  }

  private List<Field> travellingFields(Class<?> type, Probe probe) {
    if (!Initialization.run(type)) {
      return List.of();
    }
    Set<String> wereFinal = finals.getOrDefault(type.getName().replace('.', '/'), Set.of());
    List<Field> found = new ArrayList<>();
    for (Field field : StaticPlaces.holderOf(type).getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
        continue;
      }
      field.setAccessible(true);
      if (isEnumConstant(type, field)) {
        continue;
      }
      Object value = get(field);
      if (value != null
          && wereFinal.contains(field.getName())
          && Fixtures.isOne(value)
          && !probe.canTravel(value)) {
        staying.put(value, new StaticConstants.Constant(type.getName(), field.getName()));
      } else {
        found.add(field);
      }
    }
    return found;
  }

  private static boolean isEnumConstant(Class<?> type, Field field) {
    return type.isEnum()
        && (field.getType() == type || (field.getType().isArray() && field.isSynthetic()));
  }

  private static boolean isProgram(Class<?> type) {
    String name = type.getName();
    return !Frame.class.isAssignableFrom(type)
        && !name.contains(FrameShape.LAMBDA_MARK)
        && !ConstantsClass.isOne(name)
        && !UserFrames.isMachinery(name);
  }

  /** Initialises the classes that an image speaks of, in its order, unless they are. */
  void initialize(List<String> classNames) {
    for (String name : classNames) {
      // One that failed there fails here, too, and stays unusable as it was.
      boolean unused = Initialization.run(load(name));
    }
  }

  /** Puts values back. */
  void restore(List<ClassState> states) {
    for (ClassState state : states) {
      Class<?> type = load(state.className());
      for (FieldState value : state.fields()) {
        set(type, value);
      }
      for (FieldState content : state.contents()) {
        refill(type, content);
      }
      EnumStates.restore(type, state.constants());
    }
  }

  /** The objects that stay behind when the root leaves, so that images name them by their place. */
  synchronized StaticConstants.@Nullable Constant staying(Object value) {
    return staying.get(value);
  }

  private Class<?> load(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the image speaks of class " + name + ", which is gone", e);
    }
  }

  private static @Nullable Object get(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " has been made accessible", e);
    }
  }

  private static void refill(Class<?> type, FieldState content) {
    try {
      Field field = type.getDeclaredField(content.name());
      field.setAccessible(true);
      Object array = get(field);
      Object copy = content.value();
      if (array != null && copy != null && Array.getLength(array) == Array.getLength(copy)) {
        System.arraycopy(copy, 0, array, 0, Array.getLength(copy));
      }
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(type.getName() + " lacks " + content.name(), e);
    }
  }

  private static void set(Class<?> type, FieldState value) {
    try {
      Field field = StaticPlaces.field(type, value.name());
      field.set(null, value.value());
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException("static field " + value.name() + " of " + type.getName(), e);
    }
  }
}
